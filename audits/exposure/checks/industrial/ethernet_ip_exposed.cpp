// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ethernet_ip_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"ethernet-ip"}, {44818}, {44818});
}

}  // namespace hygie::exposure
