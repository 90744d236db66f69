// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::directory {

// A template that inherits copies onto administrators what is granted on CN=System or on the domain.
Findings sd_adminsdholder_protec(const DirectoryFacts& facts, const Params&) {
  const Node* holder = facts.node(NodeKind::admin_sd_holder);
  if (holder == nullptr) return {not_read(facts, facts.domain.dn, "AdminSDHolder")};
  const auto* descriptor = facts.descriptor(holder->descriptor);
  if (descriptor == nullptr) return {not_read(facts, holder->dn, "nTSecurityDescriptor")};
  const auto& aces = descriptor->aces;
  const auto inherited = std::count_if(aces.begin(), aces.end(), [](const Ace& ace) { return ace.is_inherited(); });
  const bool sound = descriptor->is_protected() && inherited == 0 && !descriptor->null_dacl;
  return {on(facts, sound ? Verdict::pass : Verdict::fail, holder->dn,
             {{"control", fmt::format("0x{:04x}", descriptor->control)}, {"inherited", std::to_string(inherited)}})};
}

}  // namespace hygie::directory
