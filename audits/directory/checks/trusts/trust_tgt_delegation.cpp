// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/trusts/each_trust.hpp"

#include <optional>

namespace hygie::directory {

Findings trust_tgt_delegation(const DirectoryFacts& facts, const Params&) {
  return each_trust(facts, trust::inbound, [](const Trust& one) { return has(one.attributes, trust::tgt_delegation); });
}

}  // namespace hygie::directory
