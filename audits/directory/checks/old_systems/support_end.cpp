// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/old_systems/support_end.hpp"

#include "audits/directory/checks/text.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace hygie::directory {
namespace {

struct Support {
  std::vector<std::string> parts;
  core::Instant end;
};

std::optional<core::Instant> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = -1;
    const auto* begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + length, value);
    return error == std::errc{} && end == begin + length ? value : -1;
  };
  const std::chrono::year_month_day date{std::chrono::year{number(0, 4)},
                                         std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                         std::chrono::day{static_cast<unsigned>(number(8, 2))}};
  if (!date.ok()) return std::nullopt;
  return core::Instant{std::chrono::sys_days{date}};
}

std::optional<Support> parse_entry(std::string_view entry) {
  const auto equals = entry.rfind('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const auto end = parse_day(entry.substr(equals + 1));
  if (!end) return std::nullopt;
  Support support{{}, *end};
  auto rest = entry.substr(0, equals);
  while (!rest.empty()) {
    const auto plus = std::min(rest.find('+'), rest.size());
    if (plus > 0) support.parts.push_back(lower(rest.substr(0, plus)));
    rest.remove_prefix(std::min(plus + 1, rest.size()));
  }
  return support.parts.empty() ? std::nullopt : std::optional{std::move(support)};
}

/// Without the marks that some editions put in their name ("Windows Server\u00ae 2008", "Windows Vista\u2122").
std::string plain_name(const Account& computer) {
  std::string name = lower(computer.system) + " " + lower(computer.system_version);
  for (const std::string_view mark : {"\xC2\xAE", "\xE2\x84\xA2"})
    for (auto at = name.find(mark); at != std::string::npos; at = name.find(mark)) name.erase(at, mark.size());
  for (auto at = name.find("\xC2\xA0"); at != std::string::npos; at = name.find("\xC2\xA0")) name.replace(at, 2, " ");
  return name;
}

std::optional<core::Instant> end_of(const std::vector<Support>& table, const std::string& name) {
  std::optional<core::Instant> latest;
  for (const auto& support : table) {
    const bool matches = std::all_of(support.parts.begin(), support.parts.end(),
                                     [&](const std::string& part) { return name.find(part) != std::string::npos; });
    if (matches && (!latest || support.end > *latest)) latest = support.end;
  }
  return latest;
}

bool concerns(const DirectoryFacts& facts, const Account& computer, Machines machines) {
  if (!computer.is_computer() || !computer.enabled()) return false;
  const auto place = static_cast<std::size_t>(&computer - facts.accounts.data());
  switch (machines) {
    case Machines::clients: return !computer.is_server();
    case Machines::servers: return computer.is_server();
    case Machines::controllers: return facts.derived().account_is_controller[place];
    case Machines::all: break;
  }
  return true;
}

}  // namespace

Findings unsupported_systems(const DirectoryFacts& facts, const Params& params, Machines machines, bool latest) {
  std::vector<Support> table;
  for (const auto& entry : params.list("systems")) {
    auto support = parse_entry(entry);
    if (!support) return {not_read(facts, facts.domain.dn, "systems: " + entry)};
    table.push_back(std::move(*support));
  }
  Findings found;
  std::size_t examined = 0;
  for (const auto& computer : facts.accounts) {
    if (!concerns(facts, computer, machines)) continue;
    ++examined;
    const auto name = plain_name(computer);
    const auto end = end_of(table, name);
    if (computer.system.empty() && machines == Machines::controllers) {
      found.push_back(not_read(facts, computer.dn, "operatingSystem"));
    } else if (end && *end + std::chrono::days{1} <= facts.collected_at) {
      found.push_back(on(facts, Verdict::fail, computer.dn,
                         {{"system", std::string(computer.system)},
                          {"version", std::string(computer.system_version)},
                          {"ended", day(*end)},
                          {"last_logon", day(computer.last_logon)}}));
    } else if (!end && latest && (name.find("10.0 (") != std::string::npos || name.find("windows 1") == 0)) {
      found.push_back(not_read(facts, computer.dn,
                               computer.system_version.empty()
                                   ? "operatingSystemVersion"
                                   : "end of support of " + std::string(computer.system_version)));
    }
  }
  if (examined == 0 && machines == Machines::controllers)
    return {not_read(facts, facts.domain.dn, "domain controllers")};
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
