// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/delegation/controller_services.hpp"

#include "audits/directory/checks/text.hpp"

namespace hygie::directory {

std::string_view service_host(std::string_view spn) {
  const auto slash = spn.find('/');
  if (slash == std::string_view::npos) return {};
  const auto host = spn.substr(slash + 1);
  return host.substr(0, host.find_first_of("/:"));
}

ControllerServices::ControllerServices(const DirectoryFacts& facts) {
  for (const auto* controller : controller_accounts(facts)) {
    const auto sam = controller->sam;
    hosts_.insert(lower(sam.substr(0, sam.find('$'))));
    hosts_.insert(lower(controller->dns_host));
    for (const auto spn : controller->spns) hosts_.insert(lower(service_host(spn)));
    for (const auto& server : facts.servers)
      if (server.reference == controller->dn) hosts_.insert(lower(server.dns_host));
  }
  hosts_.erase("");
}

bool ControllerServices::offer(std::string_view spn) const {
  return lower(spn.substr(0, spn.find('/'))) == "krbtgt" || hosts_.contains(lower(service_host(spn)));
}

Findings delegations_to_controllers(const DirectoryFacts& facts, bool with_transition) {
  const ControllerServices services(facts);
  Findings found;
  for (const auto& delegation : facts.delegations) {
    const auto* holder = facts.account(delegation.holder);
    // A writable controller holds the keys already: what it may delegate is no news.
    if (holder != nullptr && holder->primary_group == well_known::rid_domain_controllers) continue;
    if (!services.offer(delegation.target)) continue;
    if (holder == nullptr || !holder->control) {
      found.push_back(not_read(facts, delegation.holder, "userAccountControl"));
      continue;
    }
    if (holder->has(uac::protocol_transition) != with_transition) continue;
    found.push_back(on(facts, Verdict::fail, holder->dn,
                       {{"service", std::string(delegation.target)}, {"enabled", holder->enabled() ? "yes" : "no"}}));
    found.back().object += " > " + lower(delegation.target);  // each service is mended on its own
  }
  return or_pass(std::move(found), facts, facts.delegations.size());
}

}  // namespace hygie::directory
