// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/match/affected.hpp"

#include "audits/exposure/feeds/versions/digits.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <vector>

namespace hygie::exposure::feeds {
namespace {

using std::partial_ordering;

enum class Inside { no, maybe, yes };

/// "9.2p1" of "9.2", "13.1-49.15" of "13.1"; not "9.2.1", not "9.20".
bool is_update_of(std::string_view version, std::string_view low) {
  if (!version.starts_with(low)) return false;
  const auto rest = version.substr(low.size());
  return rest.empty() || (!is_digit(rest.front()) && rest.front() != '.');
}

/// "1.26.3" of "1.26"
bool is_below(std::string_view version, std::string_view branch) {
  return version.starts_with(branch) && version.size() > branch.size() && version[branch.size()] == '.';
}

Inside inside(Order order, std::string_view version, const Affected& line) {
  switch (line.form) {
    case Form::exact: {
      if (line.high == any_update && is_update_of(version, line.low)) return Inside::yes;
      const auto found = compare_versions(order, version, line.low);
      return found == partial_ordering::equivalent  ? Inside::yes
             : found == partial_ordering::unordered ? Inside::maybe
                                                    : Inside::no;
    }
    case Form::unsaid: return Inside::maybe;
    case Form::otherwise: return Inside::no;
    case Form::range: break;
  }
  Inside found = Inside::yes;
  if (!line.low.empty()) {
    const auto low = compare_versions(order, version, line.low);
    if (low == partial_ordering::less || (line.low_excluded && low == partial_ordering::equivalent)) return Inside::no;
    if (low == partial_ordering::unordered) found = Inside::maybe;
  }
  if (!line.high.empty()) {
    const auto high = compare_versions(order, version, line.high);
    if (high == partial_ordering::greater || (!line.high_included && high == partial_ordering::equivalent))
      return Inside::no;
    if (high == partial_ordering::unordered) found = Inside::maybe;
  }
  return found;
}

/// What follows the last number is the place in a branch: 1.26 of 1.26.2, 10.2.8 of 10.2.8-h3.
std::string_view branch_of(std::string_view version) { return version.substr(0, version.find_last_of(".-")); }

struct Change {
  std::string_view at;
  Said said;
};

std::vector<Change> changes_of(std::string_view text) {
  std::vector<Change> out;
  while (!text.empty()) {
    const auto one = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(one.size() + 1, text.size()));
    const auto space = one.rfind(' ');
    if (space == std::string_view::npos) continue;
    const auto word = one.substr(space + 1);
    out.push_back({one.substr(0, space), word == "u"   ? Said::unaffected
                                         : word == "a" ? Said::affected
                                                       : Said::unknown});
  }
  return out;
}

/// A range may change its mind on the way. Makers list the mended version of each branch so (1.26.2, then 1.27.1):
/// while a later mended version is still ahead, an earlier one speaks for its own branch alone.
Said said_at(Order order, std::string_view version, const Affected& line) {
  const auto changes = changes_of(line.changes);
  bool ahead = !line.high.empty();
  for (const auto& one : changes)
    if (one.said == Said::unaffected && compare_versions(order, version, one.at) == partial_ordering::less)
      ahead = true;
  auto said = line.said;
  for (const auto& one : changes) {
    const auto here = compare_versions(order, version, one.at);
    if (here == partial_ordering::less) continue;
    if (here == partial_ordering::unordered) return Said::unknown;
    const auto branch = branch_of(one.at);
    if (one.said == Said::unaffected && ahead && version != one.at && !is_update_of(version, branch) &&
        !is_below(version, branch))
      continue;
    said = one.said;
  }
  return said;
}

std::string describe(const Affected& line) {
  switch (line.form) {
    case Form::exact: return fmt::format("= {}{}", line.low, line.high == any_update ? " *" : "");
    case Form::unsaid: return line.low.empty() ? std::string("?") : fmt::format("\"{}\"", line.low);
    case Form::otherwise: return "*";
    case Form::range: break;
  }
  std::string out;
  if (!line.low.empty()) out = fmt::format("{} {}", line.low_excluded ? ">" : ">=", line.low);
  if (!line.high.empty())
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", line.high_included ? "<=" : "<", line.high);
  return out.empty() ? "*" : out;
}

Decision decide_entry(Order order, std::string_view version, std::span<const Affected> lines) {
  const Affected *yes = nullptr, *maybe = nullptr, *otherwise = nullptr;
  bool denied = false, doubted = false, named = false;
  for (const auto& line : lines) {
    if (line.form == Form::otherwise) otherwise = &line;
    const auto found = inside(order, version, line);
    if (found == Inside::no) continue;
    const auto said = said_at(order, version, line);
    if (found == Inside::yes) named = true;
    if (said == Said::unaffected) {
      (found == Inside::yes ? denied : doubted) = true;
    } else if (said == Said::affected && found == Inside::yes) {
      if (yes == nullptr || !yes->needs.empty()) yes = &line;
    } else if (maybe == nullptr) {
      maybe = &line;
    }
  }
  if (yes == nullptr && !named && maybe == nullptr && otherwise != nullptr && otherwise->said == Said::affected)
    yes = otherwise;
  if (yes != nullptr) {
    const bool sure = !denied && !doubted && yes->needs.empty();
    return {sure ? Answer::yes : Answer::possible, denied, describe(*yes), yes->needs};
  }
  if (denied || maybe == nullptr || maybe->said == Said::unknown) return {Answer::no, denied, {}, {}};
  return {Answer::possible, false, describe(*maybe), maybe->needs};
}

}  // namespace

Decision decide(Order order, std::string_view version, std::span<const Affected> lines) {
  Decision best;
  bool denied = false;
  for (std::size_t from = 0; from < lines.size();) {
    auto to = from + 1;
    while (to < lines.size() && lines[to].entry == lines[from].entry) ++to;
    auto one = decide_entry(order, version, lines.subspan(from, to - from));
    denied = denied || one.denied;
    if (one.answer > best.answer) best = std::move(one);
    from = to;
  }
  best.denied = denied;
  return best;
}

}  // namespace hygie::exposure::feeds
