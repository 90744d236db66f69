// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings dicom_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"dicom"}, {104, 2761, 2762, 4242, 5678, 11112});
}

}  // namespace hygie::exposure
