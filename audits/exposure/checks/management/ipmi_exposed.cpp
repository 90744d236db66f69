// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ipmi_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"ipmi"}, {623}, {623});
}

}  // namespace hygie::exposure
