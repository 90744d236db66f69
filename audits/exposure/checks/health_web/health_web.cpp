// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

namespace hygie::exposure {

// What is open to anybody is wrong on the internal network too; what asks for a password, from the internet alone.
Findings orthanc_open(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"health"}, .names = {"orthanc"}, .access = "open"});
}
Findings orthanc_exposed(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"health"}, .names = {"orthanc"}, .access = "asked", .from_internet = true});
}
Findings dicomweb_open(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"health"}, .names = {"dicomweb"}, .access = "open"});
}
Findings fhir_open(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"health"}, .names = {"fhir-patients"}, .access = "open"});
}
Findings mirth_exposed(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"health"}, .names = {"mirth"}, .from_internet = true});
}
Findings health_open(const ExposureFacts& facts, const Params&) {
  return no_sign(facts,
                 {.kinds = {"health"}, .except = {"orthanc", "dicomweb", "fhir-patients", "mirth"}, .access = "open"});
}
Findings viewer_exposed(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"viewer"}, .from_internet = true});
}
Findings print_exposed(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"print"}, .from_internet = true});
}

}  // namespace hygie::exposure
