// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <set>

namespace hygie::directory {

namespace {

// A SID of this domain, of an ordinary RID, that nobody bears any more. Those of other domains cannot be told from
// here.
bool is_gone(const DirectoryFacts& facts, SidRef trustee) {
  const auto& sid = facts.sid(trustee);
  return sid.is_domain_account() && sid.rid() >= 1000 && sid.domain() == facts.sid(facts.domain.sid) &&
         facts.account(trustee) == nullptr && facts.group(trustee) == nullptr;
}

}  // namespace

Findings unknown_trustees(const DirectoryFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for_each_object(facts, [&](const Object& object, Target) {
    const auto* descriptor = facts.descriptor(object.descriptor);
    if (descriptor == nullptr) return;  // counted where it matters; the part as a whole is a gap
    ++examined;
    std::set<SidRef> gone;
    for (const auto& ace : descriptor->aces)
      if (ace.type != Ace::Type::other && !ace.is_inherited() && is_gone(facts, ace.trustee)) gone.insert(ace.trustee);
    for (const auto trustee : gone) found.push_back(trustee_finding(facts, object.dn, trustee, "unresolved"));
  });
  if (examined == 0) return {not_read(facts, facts.domain.dn, "nTSecurityDescriptor")};
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
