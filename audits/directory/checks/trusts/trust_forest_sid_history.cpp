// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/trusts/each_trust.hpp"

#include <optional>

namespace hygie::directory {

Findings trust_forest_sid_history(const DirectoryFacts& facts, const Params&) {
  return each_trust(facts, trust::outbound, [](const Trust& one) {
    return has(one.attributes, trust::forest) && has(one.attributes, trust::treat_as_external);
  });
}

}  // namespace hygie::directory
