// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/rights.hpp"

#include <fmt/format.h>

namespace hygie::test {

inline constexpr std::string_view policy_dn =
    "CN={11112222-3333-4444-5555-666677778888},CN=Policies,CN=System,DC=hopital,DC=test";

inline directory::Gpo& add_gpo(directory::DirectoryFacts& facts) {
  auto& gpo = facts.gpos.emplace_back();
  gpo.dn = facts.names.intern(policy_dn);
  gpo.display_name = "Postes de soins";
  gpo.descriptor = directory::DescriptorRef{0};
  return gpo;
}
inline void link(directory::DirectoryFacts& facts, directory::Node& node, std::string_view target, int options) {
  node.gp_link = facts.text.keep(fmt::format("[LDAP://{};{}]", target, options));
}

}  // namespace hygie::test
