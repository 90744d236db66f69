// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/match/affected.hpp"

#include "audits/exposure/feeds/versions/digits.hpp"

#include <fmt/format.h>

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

std::string_view release_of(std::string_view version) { return version.substr(0, version.find_first_of("-h")); }

/// A range may change its mind on the way. A hotfix of PAN-OS mends its own release alone: 10.2.8-h3 says nothing of
/// 10.2.9.
Said said_at(Order order, std::string_view version, const Affected& line) {
  auto said = line.said;
  std::string_view rest = line.changes;
  while (!rest.empty()) {
    const auto one = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    const auto space = one.rfind(' ');
    if (space == std::string_view::npos) continue;
    const auto at = one.substr(0, space);
    const auto order_here = compare_versions(order, version, at);
    if (order_here == partial_ordering::less) continue;
    if (order_here == partial_ordering::unordered) return Said::unknown;
    if (order == Order::paloalto && at.find('h') != std::string_view::npos &&
        compare_versions(order, release_of(version), release_of(at)) != partial_ordering::equivalent)
      continue;
    said = one.substr(space + 1) == "u"   ? Said::unaffected
           : one.substr(space + 1) == "a" ? Said::affected
                                          : Said::unknown;
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
