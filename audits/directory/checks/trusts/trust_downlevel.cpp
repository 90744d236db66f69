// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/trusts/each_trust.hpp"

#include <optional>

namespace hygie::directory {

Findings trust_downlevel(const DirectoryFacts& facts, const Params&) {
  return each_trust(facts, trust::inbound | trust::outbound, [](const Trust& one) { return one.type == 1U; });
}

}  // namespace hygie::directory
