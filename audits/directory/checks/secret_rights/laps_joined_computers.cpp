// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

namespace {

// Whoever joined a computer keeps, by default, all extended rights on it: those read its LAPS password.
bool controls(const DirectoryFacts& facts, const SecurityDescriptor& descriptor, SidRef creator) {
  for (const auto& one : dangerous_controls(facts, descriptor, Target::computer))
    if (one.trustee == creator && (one.power == Power::owner || one.power == Power::full_control ||
                                   one.power == Power::write_dacl || one.power == Power::write_owner ||
                                   one.power == Power::generic_write || one.power == Power::all_extended_rights))
      return true;
  return false;
}

}  // namespace

Findings laps_joined_computers(const DirectoryFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& account : facts.accounts) {
    if (!account.is_computer() || !account.enabled() || account.creator == SidRef::none) continue;
    if (!account.laps_legacy && !account.laps_windows) continue;
    ++examined;
    const auto* descriptor = facts.descriptor(account.descriptor);
    if (descriptor == nullptr)
      found.push_back(not_read(facts, account.dn, "nTSecurityDescriptor"));
    else if (controls(facts, *descriptor, account.creator))
      found.push_back(trustee_finding(facts, account.dn, account.creator, "creator"));
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
