// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

namespace {

/// The computers that run the authorities, by the host name of their enrolment service.
std::vector<const Account*> authority_hosts(const DirectoryFacts& facts) {
  std::vector<const Account*> hosts;
  for (const auto& service : facts.enrolment_services)
    for (const auto& account : facts.accounts)
      if (account.is_computer() && !service.dns_host.empty() && same_name(account.dns_host, service.dns_host))
        hosts.push_back(&account);
  return hosts;
}

}  // namespace

// Who controls an authority's host holds its key (ESC5); hosts and Cert Publishers publish in these containers, which
// is their role.
Findings adcs_control(const DirectoryFacts& facts, const Params&) {
  auto objects = nodes_of(facts, {NodeKind::pki_container, NodeKind::certification_authority, NodeKind::nt_auth,
                                  NodeKind::issuance_policy});
  for (const auto& service : facts.enrolment_services) objects.push_back(&service);
  for (const auto& one : facts.issuance_policies)
    if (facts.node(one.dn) == nullptr) objects.push_back(&one);
  if (objects.empty()) return on_domain(facts, Verdict::not_applicable);
  std::vector<SidRef> publishers{domain_sid_with(facts, well_known::rid_cert_publishers)};
  Findings found;
  for (const auto* host : authority_hosts(facts)) {
    publishers.push_back(host->sid);
    add_controls(facts, *host, Target::computer, found);
  }
  for (const auto* object : objects) add_controls(facts, *object, Target::other, found, {.expected = publishers});
  return or_pass(std::move(found), facts, objects.size());
}

}  // namespace hygie::directory
