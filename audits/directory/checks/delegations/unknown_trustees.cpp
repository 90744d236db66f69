// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

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
  return entries_anywhere(facts, "unresolved", [&](const Ace& ace) {
    return ace.type != Ace::Type::other && !ace.is_inherited() && is_gone(facts, ace.trustee);
  });
}

}  // namespace hygie::directory
