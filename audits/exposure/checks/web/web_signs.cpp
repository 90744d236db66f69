// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

namespace hygie::exposure {

// What was found by its marks and must not be there; each by its kind.
Findings web_listing(const ExposureFacts& facts, const Params&) { return no_sign(facts, {.kinds = {"listing"}}); }
Findings web_file_source(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"file"}, .names = {"git", "subversion", "ds-store"}});
}
Findings web_file_secret(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"file"}, .except = {"git", "subversion", "ds-store"}});
}
Findings web_file_backup(const ExposureFacts& facts, const Params&) { return no_sign(facts, {.kinds = {"dump"}}); }
Findings web_status_page(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"status-page"}});
}
Findings web_default_page(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"default-page"}});
}

}  // namespace hygie::exposure
