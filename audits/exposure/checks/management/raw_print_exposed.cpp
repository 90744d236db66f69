// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

/// LPD (RFC 1179) and the raw ports of print servers. Nothing is written to them, so that the port alone is the
/// evidence, unless another tool says what stands there.
bool is_print_port(const Service& service) {
  return service.transport == "tcp" && service.protocol.empty() &&
         (service.port == 515 || (service.port >= 9100 && service.port <= 9107));
}

}  // namespace

Findings raw_print_exposed(const ExposureFacts& facts, const Params&) {
  if (!facts.from_internet()) return {on_whole(facts, Verdict::not_applicable, {{"vantage", facts.origin.vantage}})};
  return for_services(facts, {.concerns = &is_print_port, .when_none = Verdict::pass}, [&](const Service& service) {
    const bool proves_nothing = std::any_of(facts.hosts.begin(), facts.hosts.end(), [&](const Host& host) {
      return host.answers_everywhere && host.address == service.address;
    });
    if (proves_nothing) return on(facts, Verdict::unknown, service, {{"missing", "services"}});
    return on(facts, Verdict::fail, service, evidence_of(service));
  });
}

}  // namespace hygie::exposure
