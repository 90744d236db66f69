// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

bool is_v6(const std::string& address) { return address.find(':') != std::string::npos; }

bool was_asked(const ExposureFacts& facts, const std::string& address) {
  return std::any_of(facts.hosts.begin(), facts.hosts.end(),
                     [&](const Host& host) { return host.address == address && host.asked > 0; });
}

bool open_at(const ExposureFacts& facts, const std::vector<std::string>& addresses, const Service& like) {
  return std::any_of(facts.services.begin(), facts.services.end(), [&](const Service& other) {
    return other.port == like.port && other.transport == like.transport &&
           std::find(addresses.begin(), addresses.end(), other.address) != addresses.end();
  });
}

/// Open in IPv6; in IPv4 it is not, or nobody could look.
Finding judged(const ExposureFacts& facts, const Name& name, const std::vector<std::string>& v4,
               const Service& service) {
  const bool looked = std::any_of(v4.begin(), v4.end(), [&](const auto& one) { return was_asked(facts, one); });
  auto evidence = evidence_of(service, {{"name", name.name}, {"v4", v4.front()}});
  if (!looked) evidence["missing"] = "ports";
  return on(facts, looked ? Verdict::fail : Verdict::unknown, service, std::move(evidence));
}

}  // namespace

Findings ipv6_twin(const ExposureFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& name : facts.names) {
    std::vector<std::string> v4;
    std::copy_if(name.addresses.begin(), name.addresses.end(), std::back_inserter(v4),
                 [](const std::string& one) { return !is_v6(one); });
    if (name.standing != Standing::in_scope || v4.empty()) continue;
    for (const auto& address : name.addresses) {
      if (!is_v6(address)) continue;
      ++examined;
      for (const auto& service : facts.services)
        if (service.address == address && !open_at(facts, v4, service))
          found.push_back(judged(facts, name, v4, service));
    }
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
