// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/trusts/each_trust.hpp"

#include <optional>

namespace hygie::directory {

// An attribute that was never set means RC4.
Findings trust_encryption(const DirectoryFacts& facts, const Params&) {
  return each_trust(facts, trust::inbound, [](const Trust& one) { return !has(one.encryption_types, 0x18); });
}

}  // namespace hygie::directory
