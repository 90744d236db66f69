// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

bool open_at(const ExposureFacts& facts, const std::string& address, const Service& like) {
  return std::any_of(facts.services.begin(), facts.services.end(), [&](const Service& other) {
    return other.address == address && other.port == like.port && other.transport == like.transport;
  });
}

bool is_v6(const std::string& address) { return address.find(':') != std::string::npos; }

}  // namespace

Findings ipv6_twin(const ExposureFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& name : facts.names) {
    const auto v4 = std::find_if_not(name.addresses.begin(), name.addresses.end(), is_v6);
    if (name.standing != Standing::in_scope || v4 == name.addresses.end()) continue;
    for (const auto& address : name.addresses) {
      if (!is_v6(address)) continue;
      ++examined;
      for (const auto& service : facts.services)
        if (service.address == address && !open_at(facts, *v4, service))
          found.push_back(on(facts, Verdict::fail, service, evidence_of(service, {{"name", name.name}, {"v4", *v4}})));
    }
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
