// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings knx_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"knx"}, {3671}, {3671});
}

}  // namespace hygie::exposure
