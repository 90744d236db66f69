// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/directory.hpp"

namespace hygie::test {

/// A trust with autre.test, beyond reproach but for its direction and attributes.
inline directory::Trust& add_trust(directory::DirectoryFacts& facts, std::uint32_t direction,
                                   std::uint32_t attributes) {
  auto& trust = facts.trusts.emplace_back();
  trust.dn = facts.names.intern("CN=autre.test,CN=System,DC=hopital,DC=test");
  trust.partner = "autre.test";
  trust.direction = direction;
  trust.attributes = attributes;
  trust.type = 2;
  trust.encryption_types = 0x18;
  trust.changed = facts.collected_at - std::chrono::days{5};
  return trust;
}

}  // namespace hygie::test
