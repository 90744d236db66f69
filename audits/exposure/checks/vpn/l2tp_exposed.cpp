// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings l2tp_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"l2tp"}, {1701}, {1701});
}

}  // namespace hygie::exposure
