// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// Revision 15 is the preparation of an early 2016 version: it gave Enterprise Key Admins all rights on the domain.
Findings adupdate_bad(const DirectoryFacts& facts, const Params& params) {
  const auto revision = facts.forest.domain_revision;
  if (!revision) return {not_read(facts, facts.domain.dn, "CN=ActiveDirectoryUpdate,CN=DomainUpdates")};
  const bool faulty = *revision == params.integer("faulty_revision");
  return on_domain(facts, faulty ? Verdict::fail : Verdict::pass, {{"revision", std::to_string(*revision)}});
}

}  // namespace hygie::directory
