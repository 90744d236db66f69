// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings sip_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"sip"}, {5060}, {5060});
}

}  // namespace hygie::exposure
