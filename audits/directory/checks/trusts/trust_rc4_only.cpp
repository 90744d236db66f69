// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/trusts/each_trust.hpp"

#include <optional>

namespace hygie::directory {

Findings trust_rc4_only(const DirectoryFacts& facts, const Params&) {
  return each_trust(facts, trust::inbound | trust::outbound, [](const Trust& one) {
    const bool weak_alone = has(one.encryption_types, 0x7) && !has(one.encryption_types, 0x18);
    return has(one.attributes, trust::rc4) || weak_alone;
  });
}

}  // namespace hygie::directory
