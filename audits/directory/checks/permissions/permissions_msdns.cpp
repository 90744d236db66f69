// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// The members of DnsAdmins have these rights by default; who they are is the dnsadmins point's matter.
Findings permissions_msdns(const DirectoryFacts& facts, const Params& params) {
  const auto servers = nodes_of(facts, {NodeKind::microsoft_dns});
  // A directory that holds zones has this object: not to see it is not to know.
  if (servers.empty() && !facts.dns_zones.empty()) return {not_read(facts, facts.domain.dn, "CN=MicrosoftDNS")};
  if (servers.empty()) return on_domain(facts, Verdict::not_applicable);
  return controls_over(facts, servers, Target::other,
                       {.expected = groups_named(facts, params.list("expected_groups"))});
}

}  // namespace hygie::directory
