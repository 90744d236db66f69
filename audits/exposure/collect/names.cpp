// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/reading.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <map>

namespace hygie::exposure {
namespace {

Name resolved(Gate& gate, const std::string& text, const std::string& source) {
  const auto place = gate.standing_of(text);
  Name name;
  name.name = text;
  name.sources = {source};
  name.addresses = place.addresses;
  name.standing = place.standing;
  name.status = place.addresses.empty() ? "no-address" : "resolved";
  return name;
}

}  // namespace

void read_names(const Work& work) {
  work.progress.phase(core::tr("names"));
  const auto names = declared_names(work.target);
  for (std::size_t i = 0; i < names.size() && !work.gate.ended(); ++i) {
    work.facts.names.push_back(resolved(work.gate, names[i], "declared"));
    work.progress.advance(i + 1, names.size());
  }
}

void name_what_files_tell(const Work& work) {
  for (const auto& text : declared_names(work.target)) {
    auto& name = work.facts.names.emplace_back();
    name.name = text;
    name.sources = {"declared"};
  }
}

void choose_hosts(const Work& work) {
  std::map<std::string, Host> hosts;
  const auto addresses = every_address(work.target.addresses);
  if (!addresses) return work.gap(Part::ports, addresses.error().what);
  for (const auto& address : *addresses)
    if (work.gate.standing_of(address).standing == Standing::in_scope) hosts[address].address = address;
  for (const auto& name : work.facts.names) {
    if (name.standing != Standing::in_scope) continue;
    for (const auto& address : name.addresses) {
      if (!work.target.verifies.empty() && !hosts.contains(address)) continue;  // nothing failed there
      auto& host = hosts[address];
      host.address = address;
      if (std::find(host.names.begin(), host.names.end(), name.name) == host.names.end())
        host.names.push_back(name.name);
    }
  }
  for (auto& [address, host] : hosts) work.facts.hosts.push_back(std::move(host));
}

}  // namespace hygie::exposure
