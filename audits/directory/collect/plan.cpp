// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/plan.hpp"

#include "audits/directory/collect/decode.hpp"
#include "audits/directory/read/builder.hpp"

#include <algorithm>
#include <charconv>

namespace hygie::directory {
namespace {

// Persons are more than half of a hospital's directory: the two filters split it evenly, and each object matches
// exactly one of them. DNS records are many, and no check asks for them.
constexpr const char* persons = "(&(objectClass=user)(!(objectClass=computer)))";
constexpr const char* others = "(&(|(!(objectClass=user))(objectClass=computer))(!(objectClass=dnsNode)))";
constexpr const char* no_records = "(!(objectClass=dnsNode))";

std::vector<std::string> names(std::span<const char* const> attributes) {
  return {attributes.begin(), attributes.end()};
}

std::optional<int> number(std::string_view text, std::size_t at, std::size_t size) {
  if (text.size() < at + size) return std::nullopt;
  int value = 0;
  const auto part = text.substr(at, size);
  if (part.front() == '-') return std::nullopt;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
  if (error != std::errc{} || end != part.data() + part.size()) return std::nullopt;
  return value;
}

}  // namespace

bool RootInfo::holds(const std::string& context) const {
  return std::any_of(contexts.begin(), contexts.end(), [&](const auto& held) { return same_text(held, context); });
}

RootInfo read_root(const RawEntry& entry) {
  RootInfo root;
  if (const auto* contexts = find_attribute(entry, "namingContexts"); contexts != nullptr)
    root.contexts.assign(contexts->values.begin(), contexts->values.end());
  root.default_context = first_value(entry, "defaultNamingContext");
  root.configuration_context = first_value(entry, "configurationNamingContext");
  root.schema_context = first_value(entry, "schemaNamingContext");
  root.root_domain_context = first_value(entry, "rootDomainNamingContext");
  if (const auto* controls = find_attribute(entry, "supportedControl"); controls != nullptr) {
    const auto known = [&](std::string_view oid) {
      return std::find(controls->values.begin(), controls->values.end(), oid) != controls->values.end();
    };
    root.controls = {known("1.2.840.113556.1.4.319"), known("1.2.840.113556.1.4.801"),
                     known("1.2.840.113556.1.4.1339")};
  }
  root.current_time = parse_generalized_time(first_value(entry, "currentTime"));
  return root;
}

std::optional<core::Instant> parse_generalized_time(std::string_view text) {
  const auto year = number(text, 0, 4), month = number(text, 4, 2), day = number(text, 6, 2);
  const auto hour = number(text, 8, 2), minute = number(text, 10, 2), second = number(text, 12, 2);
  if (!year || !month || !day || !hour || !minute || !second || !text.ends_with('Z')) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) return std::nullopt;
  return std::chrono::sys_days{date} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
         std::chrono::seconds{*second};
}

std::string dns_context(const RootInfo& root, Part part) {
  return part == Part::domain_dns ? "DC=DomainDnsZones," + root.default_context
                                  : "DC=ForestDnsZones," + root.root_domain_context;
}

std::vector<Slice> make_plan(const RootInfo& root) {
  const auto of_domain = names(FactsBuilder::domain_attributes());
  std::vector<Slice> plan;
  const auto add = [&](Part part, const std::string& base, const char* filter, std::vector<std::string> attributes) {
    if (!base.empty()) plan.push_back({part, {base, LDAP_SCOPE_SUBTREE, filter, std::move(attributes)}});
  };
  add(Part::domain, root.default_context, persons, of_domain);
  add(Part::domain, root.default_context, others, of_domain);
  add(Part::configuration, root.configuration_context, "(objectClass=*)",
      names(FactsBuilder::configuration_attributes()));
  add(Part::schema, root.schema_context, "(objectClass=*)", names(FactsBuilder::schema_attributes()));
  for (const auto part : {Part::domain_dns, Part::forest_dns})
    if (const auto context = dns_context(root, part); root.holds(context))
      add(part, context, no_records, names(FactsBuilder::dns_attributes()));
  return plan;
}

SearchRequest cross_reference_request(const RootInfo& root, const std::string& context) {
  return {"CN=Partitions," + root.configuration_context,
          LDAP_SCOPE_ONELEVEL,
          "(nCName=" + escape_filter(context) + ")",
          {"nCName"}};
}

}  // namespace hygie::directory
