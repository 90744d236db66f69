// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/authorities.hpp"

#include "audits/exposure/pages/text.hpp"
#include "core/embedded.hpp"
#include "core/yaml.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace hygie::exposure {
namespace {

HYGIE_EMBEDDED(exposure_caa_issuers)

struct Issuers {
  std::map<std::string, std::string, std::less<>> by_organisation;  // to the name
  std::map<std::string, std::string, std::less<>> by_domain;
};

const Issuers& issuers() {
  static const Issuers known = [] {
    const auto document = core::parse_yaml(exposure_caa_issuers(), "caa_issuers.yaml");
    if (!document) throw std::logic_error(document.error().what);
    Issuers out;
    for (const auto& one : document->value->at("issuers")) {
      const auto name = one.at("name").get<std::string>();
      for (const auto& organisation : one.at("organisations"))
        out.by_organisation[organisation.get<std::string>()] = name;
      for (const auto& domain : one.at("caa")) out.by_domain[domain.get<std::string>()] = name;
    }
    return out;
  }();
  return known;
}

/// The domains of the records of that property; whether there was one at all.
struct Property {
  bool there = false;
  std::vector<std::string> domains;  // an empty value authorises nobody, and adds none
};
Property property_of(const std::vector<std::string>& records, std::string_view tag) {
  Property out;
  for (const auto& record : records) {
    const auto blank = record.find(' ');
    if (pages::lower(std::string_view(record).substr(0, blank)) != tag) continue;
    out.there = true;
    const auto value = blank == std::string::npos ? std::string_view{} : std::string_view(record).substr(blank + 1);
    const auto domain = pages::trimmed(value.substr(0, value.find(';')));
    if (!domain.empty()) out.domains.push_back(pages::lower(domain));
  }
  return out;
}

}  // namespace

std::string organisation_in(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    std::string part;
    bool quoted = false;
    for (; at < name.size() && (quoted || (name[at] != ',' && name[at] != '+')); ++at) {
      if (name[at] == '"')
        quoted = !quoted;
      else if (name[at] == '\\' && at + 1 < name.size())
        part += name[++at];
      else
        part += name[at];
    }
    ++at;
    const auto text = pages::trimmed(part);
    if (text.starts_with("O=") || text.starts_with("O ="))
      return std::string(pages::trimmed(text.substr(text.find('=') + 1)));
  }
  return {};
}

Allowed allowed_by(const std::vector<std::string>& records, bool wildcard, std::string_view issuer) {
  auto property = property_of(records, "issuewild");
  if (!wildcard || !property.there) property = property_of(records, "issue");
  if (!property.there) return Allowed::anybody;
  if (property.domains.empty()) return Allowed::no;  // "issue ;": nobody may
  const auto& known = issuers();
  const auto who = known.by_organisation.find(organisation_in(issuer));
  if (who == known.by_organisation.end()) return Allowed::unknown;
  bool all_known = true;
  for (const auto& domain : property.domains) {
    const auto whose = known.by_domain.find(domain);
    if (whose == known.by_domain.end())
      all_known = false;
    else if (whose->second == who->second)
      return Allowed::yes;
  }
  return all_known ? Allowed::no : Allowed::unknown;
}

std::string issuer_name(std::string_view issuer) {
  const auto organisation = organisation_in(issuer);
  const auto who = issuers().by_organisation.find(organisation);
  return who != issuers().by_organisation.end() ? who->second
         : organisation.empty()                 ? std::string(issuer)
                                                : organisation;
}

}  // namespace hygie::exposure
