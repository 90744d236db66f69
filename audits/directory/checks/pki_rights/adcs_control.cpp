// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

namespace {

// The hosts of the authorities and Cert Publishers publish there: rights that the role gives them.
std::vector<SidRef> publishers(const DirectoryFacts& facts) {
  std::vector<SidRef> found{domain_sid_with(facts, well_known::rid_cert_publishers)};
  for (const auto& service : facts.enrolment_services)
    for (const auto& account : facts.accounts)
      if (account.is_computer() && !service.dns_host.empty() && same_name(account.dns_host, service.dns_host))
        found.push_back(account.sid);
  return found;
}

}  // namespace

Findings adcs_control(const DirectoryFacts& facts, const Params&) {
  auto objects = nodes_of(facts, {NodeKind::pki_container, NodeKind::certification_authority, NodeKind::nt_auth,
                                  NodeKind::issuance_policy});
  for (const auto& service : facts.enrolment_services) objects.push_back(&service);
  for (const auto& one : facts.issuance_policies)
    if (facts.node(one.dn) == nullptr) objects.push_back(&one);
  if (objects.empty()) return on_domain(facts, Verdict::not_applicable);
  return controls_over(facts, objects, Target::other, {.expected = publishers(facts)});
}

}  // namespace hygie::directory
