// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/text.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

/// True when the value names a network path that is not the SYSVOL of a domain of the forest.
bool leads_away(const DirectoryFacts& facts, std::string_view menu) {
  const auto value = lower(menu);
  const auto start = value.find("\\\\");
  if (start == std::string::npos) return false;
  const auto path = value.substr(start + 2);
  return std::none_of(facts.forest.domains.begin(), facts.forest.domains.end(), [&](std::string_view domain) {
    return path.starts_with(lower(domain) + "\\sysvol\\") && path.find("..") == std::string::npos;
  });
}

}  // namespace

Findings display_specifier(const DirectoryFacts& facts, const Params&) {
  if (facts.forest.domains.empty()) return {not_read(facts, facts.domain.dn, "dnsRoot")};
  Findings found;
  for (const auto& specifier : facts.display_specifiers)
    if (leads_away(facts, specifier.menu))
      found.push_back(on(facts, Verdict::fail, specifier.dn, {{"menu", std::string(specifier.menu)}}));
  return or_pass(std::move(found), facts, facts.display_specifiers.size());
}

}  // namespace hygie::directory
