// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

/// An address that was asked again: what the authorisation no longer covers is not gone, only not looked at.
bool asked_again(const ExposureFacts& facts, const std::string& id) {
  return std::any_of(facts.hosts.begin(), facts.hosts.end(), [&](const Host& host) {
    Service service;
    service.address = host.address;
    const auto whole = service.id();  // "192.0.2.7:0/tcp"
    return host.asked > 0 && id.starts_with(whole.substr(0, whole.rfind(':') + 1));
  });
}

/// A UDP service whose port said nothing that can be relied on.
std::string not_known(const ExposureFacts& facts, const std::string& id) {
  for (const auto& host : facts.hosts)
    for (const auto& port : host.udp) {
      Service service;
      service.address = host.address;
      service.port = port.port;
      service.transport = "udp";
      if (service.id() == id && port.state == "unknown") return port.reason;
    }
  return {};
}

}  // namespace

Findings gone_service(const ExposureFacts& facts, const Params&) {
  const auto* before = last_complete(facts);
  if (before == nullptr) return {on_whole(facts, Verdict::not_applicable, {{"missing", "history"}})};
  Findings found;
  for (const auto& id : before->services)
    if (facts.service(id) == nullptr && asked_again(facts, id)) {
      const auto missing = not_known(facts, id);
      found.push_back(missing.empty() ? on(Verdict::fail, id, {{"since", day(before->finished)}})
                                      : on(Verdict::unknown, id, {{"missing", missing}}));
    }
  return or_pass(std::move(found), facts, before->services.size() + 1);
}

}  // namespace hygie::exposure
