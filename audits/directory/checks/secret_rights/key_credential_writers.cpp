// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <algorithm>
#include <unordered_map>

namespace hygie::directory {

namespace {

/// Who may write the attribute on the users and computers that these entries hold for, each once.
std::vector<Control> writers(const DirectoryFacts& facts, const SecurityDescriptor& descriptor) {
  std::vector<Control> found;
  for (const auto target : {Target::user, Target::computer})
    for (const auto& one : dangerous_controls(facts, descriptor, target)) {
      if (one.power != Power::add_key_credential) continue;
      const auto known =
          std::find_if(found.begin(), found.end(), [&](const Control& other) { return other.trustee == one.trustee; });
      if (known == found.end())
        found.push_back(one);
      else
        known->inherited &= one.inherited;
    }
  return found;
}

}  // namespace

// The attribute alone: who controls accounts altogether is told by other checks. It is told where the entry stands, not
// on each of the thousands of accounts that inherit it.
Findings key_credential_writers(const DirectoryFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  const auto tell = [&](const Object& object, const std::vector<Control>& controls) {
    ++examined;
    if (controls.empty()) return;
    const bool lost_above = above(facts, object.dn).empty();
    for (const auto& one : controls)
      if (lost_above || !one.inherited)
        found.push_back(trustee_finding(facts, object.dn, one.trustee, to_string(one.power), one.inherited));
  };
  for (const auto* place : delegation_places(facts))
    if (const auto* descriptor = facts.descriptor(place->descriptor))
      tell(*place, writers(facts, handed_down(*descriptor)));
  std::unordered_map<DescriptorRef, std::vector<Control>> known;  // few descriptors, many accounts
  for (const auto& account : facts.accounts) {
    const auto* descriptor = facts.descriptor(account.descriptor);
    if (descriptor == nullptr) continue;  // counted where it matters; the part as a whole is a gap
    const auto [at, added] = known.try_emplace(account.descriptor);
    if (added) at->second = writers(facts, *descriptor);
    tell(account, at->second);
  }
  if (examined == 0) return {not_read(facts, facts.domain.dn, "nTSecurityDescriptor")};
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
