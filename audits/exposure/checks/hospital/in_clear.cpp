// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings dicom_in_clear(const ExposureFacts& facts, const Params&) {
  return inside_tls(facts, "dicom", {104, 2761, 2762, 4242, 11112});
}

Findings hl7_in_clear(const ExposureFacts& facts, const Params&) { return inside_tls(facts, "hl7", {2575, 6661}); }

}  // namespace hygie::exposure
