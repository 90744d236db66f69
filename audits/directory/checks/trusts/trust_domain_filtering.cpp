// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/trusts/each_trust.hpp"

#include <optional>

namespace hygie::directory {

Findings trust_domain_filtering(const DirectoryFacts& facts, const Params&) {
  return each_trust(facts, trust::outbound, [](const Trust& one) {
    return carries_sids(one) && !has(one.attributes, trust::quarantined | trust::within_forest | trust::forest);
  });
}

}  // namespace hygie::directory
