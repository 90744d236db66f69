// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {
namespace {

std::string allowed(const DirectoryFacts& facts, DescriptorRef reference) {
  const auto* descriptor = facts.descriptor(reference);
  std::string names;
  if (descriptor == nullptr) return names;
  for (const auto& ace : descriptor->aces) {
    if (ace.type != Ace::Type::allow) continue;
    names += (names.empty() ? "" : ", ") + facts.principal_name(ace.trustee);
  }
  return names;
}

}  // namespace

Findings resource_delegation_on_privileged(const DirectoryFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  const auto& derived = facts.derived();
  for (std::size_t i = 0; i < facts.accounts.size(); ++i) {
    if (!derived.account_is_controller[i] && !derived.account_is_privileged[i]) continue;
    ++examined;
    const auto& account = facts.accounts[i];
    if (account.may_act_for == DescriptorRef::none) continue;
    found.push_back(on(facts, Verdict::fail, account.dn,
                       {{"allowed", allowed(facts, account.may_act_for)},
                        {"kind", derived.account_is_controller[i] ? "domain controller" : "privileged account"}}));
  }
  if (!derived.privileged_known) found.push_back(not_read(facts, facts.domain.dn, "member"));
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
