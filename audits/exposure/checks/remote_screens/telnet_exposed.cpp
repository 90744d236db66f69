// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings telnet_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"telnet"}, {23, 2323});
}

}  // namespace hygie::exposure
