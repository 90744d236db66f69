// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

// Only a domain controller says one of these.
bool is_controller(const Service& service) {
  if (service.is("ldap") || service.is("cldap")) return !service.word("controller_functional_level").empty();
  return service.is("netbios-ns") && !service.word("domain_controllers").empty();
}

}  // namespace

Findings controller_exposed(const ExposureFacts& facts, const Params&) {
  if (!facts.from_internet()) return {on_whole(facts, Verdict::not_applicable, {{"vantage", facts.origin.vantage}})};
  return for_services(
      facts, {.concerns = is_controller, .usual_ports = {389, 3268}, .when_none = Verdict::pass, .udp_ports = {389}},
      [&](const Service& service) {
        const auto host = service.word("host").empty() ? std::string_view(service.address) : service.word("host");
        return on(facts, Verdict::fail, service, evidence_of(service, {{"host", std::string(host)}}));
      });
}

}  // namespace hygie::exposure
