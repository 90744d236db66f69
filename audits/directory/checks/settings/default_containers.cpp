// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"
#include "audits/directory/checks/text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace hygie::directory {
namespace {

// GUIDs of MS-ADTS 6.1.1.4, as wellKnownObjects spells them: "B:32:GUID:DN".
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> places{
    {{"a9d1ca15768811d1aded00c04fd8d5cd", "CN=Users"},
     {"aa312825768811d1aded00c04fd8d5cd", "CN=Computers"},
     {"a361b2ffffd211d1aa4b00c04fd7d83a", "OU=Domain Controllers"},
     {"ab1d30f3768811d1aded00c04fd8d5cd", "CN=System"},
     {"22b70c67d56e4efb91e9300fca3dc1aa", "CN=ForeignSecurityPrincipals"},
     {"18e2ea80684f11d2b9aa00c04f79f805", "CN=Deleted Objects"}}};

}  // namespace

Findings default_containers(const DirectoryFacts& facts, const Params&) {
  constexpr std::size_t guid_at = 5, guid_size = 32, name_at = guid_at + guid_size + 1;
  Findings found;
  std::size_t examined = 0;
  for (const auto value : facts.domain.well_known) {
    if (value.size() <= name_at) continue;
    const auto guid = lower(value.substr(guid_at, guid_size));
    const auto known = std::find_if(places.begin(), places.end(), [&](const auto& one) { return one.first == guid; });
    if (known == places.end()) continue;
    ++examined;
    const auto wanted = fmt::format("{},{}", known->second, facts.name(facts.domain.dn));
    const auto place = value.substr(name_at);
    if (same_name(place, wanted)) continue;
    found.push_back(on(facts, Verdict::fail, facts.domain.dn,
                       {{"expected", std::string(known->second)}, {"place", std::string(place)}}));
    found.back().object += " " + guid;
  }
  if (examined == 0) return {not_read(facts, facts.domain.dn, "wellKnownObjects")};
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
