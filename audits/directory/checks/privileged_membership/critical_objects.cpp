// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// An object that is there and that the reader may not see hides what was done to it.
Findings critical_objects(const DirectoryFacts& facts, const Params&) {
  using namespace well_known;
  Findings found;
  const auto need = [&](bool seen, std::string_view what) {
    if (seen) return;
    found.push_back(on(facts, Verdict::fail, facts.domain.dn, {{"what", std::string(what)}}));
    found.back().object.append(" < ").append(what);
  };
  need(facts.node(NodeKind::admin_sd_holder) != nullptr, "AdminSDHolder");
  need(facts.account_by_rid(rid_krbtgt) != nullptr, "krbtgt (RID 502)");
  need(facts.account_by_rid(rid_administrator) != nullptr, "Administrator (RID 500)");
  need(facts.group_by_rid(rid_domain_admins) != nullptr, "Domain Admins (RID 512)");
  if (!in_child_domain(facts)) {
    need(facts.group_by_rid(rid_schema_admins) != nullptr, "Schema Admins (RID 518)");
    need(facts.group_by_rid(rid_enterprise_admins) != nullptr, "Enterprise Admins (RID 519)");
  }
  return or_pass(std::move(found), facts, 6);
}

}  // namespace hygie::directory
