// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/builder_state.hpp"

#include "core/i18n.hpp"

#include <algorithm>

namespace hygie::directory {

/// Without a rootDSE, the heads say by their classes what the partitions are.
void FactsBuilder::State::finish_root() {
  auto& root = facts.root;
  if (root.default_context.empty() && !heads.empty()) {
    // The shortest name is the highest domain of those in the file.
    const auto head = std::min_element(heads.begin(), heads.end(), [&](const DomainHead& a, const DomainHead& b) {
      return facts.name(a.dn).size() < facts.name(b.dn).size();
    });
    root.default_context = facts.text.keep(facts.name(head->dn));
  }
  if (root.configuration_context.empty()) root.configuration_context = facts.text.keep(facts.name(configuration_head));
  if (root.schema_context.empty()) root.schema_context = facts.text.keep(facts.name(schema_head));
  constexpr std::string_view prefix = "CN=Configuration,";
  if (root.root_domain_context.empty() && root.configuration_context.size() > prefix.size())
    root.root_domain_context = root.configuration_context.substr(prefix.size());
}

void FactsBuilder::State::finish_domain() {
  const auto& context = facts.root.default_context;
  const auto head = std::find_if(heads.begin(), heads.end(),
                                 [&](const DomainHead& one) { return same_name(facts.name(one.dn), context); });
  if (head != heads.end()) facts.domain = std::move(*head);
  facts.domain.password_settings_readable = settings_container_seen;
  for (const auto& partition : partitions)
    if (!context.empty() && same_name(facts.name(partition.context), context)) facts.domain.netbios = partition.netbios;
}

void FactsBuilder::State::finish_servers() {
  std::unordered_map<NameRef, Server*> by_name;
  for (auto& server : facts.servers) by_name[server.dn] = &server;
  for (const auto& one : settings) {
    const auto found = by_name.find(one.server);
    if (found == by_name.end()) continue;
    Server& server = *found->second;
    server.has_settings = true;
    server.read_only = one.read_only;
    server.options = one.options;
    server.behaviour = one.behaviour;
  }
}

void FactsBuilder::State::finish_silos() {
  for (auto& account : facts.accounts) {
    if (account.silo == NameRef::none) continue;
    const auto found = silos.find(account.silo);
    account.silo_enforced = found != silos.end() && found->second;
  }
}

void FactsBuilder::State::finish_ranges() {
  std::map<Attribute, Malformed> cut;
  for (const auto& [key, complete] : ranges) {
    if (complete) continue;
    const auto [holder, attribute] = key;
    const auto group = groups_by_name.find(holder);
    if (attribute == Attribute::member && group != groups_by_name.end()) facts.groups[group->second].incomplete = true;
    if (attribute == Attribute::count) continue;
    auto& one = cut[attribute];
    if (one.count++ == 0) one.first = facts.name(holder);
  }
  for (const auto& [attribute, one] : cut)
    facts.gaps.push_back(
        {attribute_name(attribute),
         core::tr("objects that gave a part of their values only: {}, the first being {}", one.count, one.first)});
}

void FactsBuilder::State::part_gap(Part part, bool present, const std::string& why) {
  if (!present && !facts.missing(part)) facts.gaps.push_back({std::string(to_string(part)), why});
}

void FactsBuilder::State::finish_gaps() {
  // A partition that the server says it does not hold is no gap: DNS need not be in the directory.
  const auto held = [&](std::string_view prefix) {
    const auto& contexts = facts.root.contexts;
    return contexts.empty() || std::any_of(contexts.begin(), contexts.end(), [&](std::string_view one) {
             return same_name(one.substr(0, prefix.size()), prefix);
           });
  };
  part_gap(Part::domain, facts.domain.dn != NameRef::none, core::tr("the head of the domain was not read"));
  part_gap(Part::configuration, configuration_seen, core::tr("no entry of the configuration partition was read"));
  part_gap(Part::schema, schema_seen, core::tr("the head of the schema partition was not read"));
  part_gap(Part::domain_dns, domain_dns_seen || !held("DC=DomainDnsZones,"),
           core::tr("no entry of DomainDnsZones was read"));
  part_gap(Part::forest_dns, forest_dns_seen || !held("DC=ForestDnsZones,"),
           core::tr("no entry of ForestDnsZones was read"));
  part_gap(Part::descriptors, with_descriptor > 0 || without_descriptor == 0,
           core::tr("no object came with its security descriptor"));
  if (with_descriptor > 0 && without_descriptor > 0)
    facts.gaps.push_back({attribute_name(Attribute::security_descriptor),
                          core::tr("objects that came without it: {}, the first being {}", without_descriptor,
                                   first_without_descriptor)});
  if (without_class > 0)
    facts.gaps.push_back(
        {attribute_name(Attribute::object_class),
         core::tr("objects that came without it: {}, the first being {}", without_class, first_without_class)});
  for (const auto& [attribute, one] : malformed)
    facts.gaps.push_back({attribute_name(attribute),
                          core::tr("values that could not be decoded: {}, the first being {}", one.count, one.first)});
}

}  // namespace hygie::directory
