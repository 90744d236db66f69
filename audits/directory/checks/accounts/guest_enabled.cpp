// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings guest_enabled(const DirectoryFacts& facts, const Params&) {
  const auto* guest = facts.account_by_rid(well_known::rid_guest);
  if (guest == nullptr) return {not_read(facts, facts.domain.dn, "RID 501")};
  if (!guest->control) return {not_read(facts, guest->dn, "userAccountControl")};
  return {on(facts, guest->enabled() ? Verdict::fail : Verdict::pass, guest->dn)};
}

}  // namespace hygie::directory
