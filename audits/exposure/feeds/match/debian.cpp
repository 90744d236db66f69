// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/match/debian.hpp"

#include "audits/exposure/feeds/versions/digits.hpp"
#include "audits/exposure/feeds/versions/dpkg.hpp"

#include <fmt/format.h>
#include <set>

namespace hygie::exposure::feeds {
namespace {

using core::Result;
namespace sqlite = core::sqlite;

std::string_view without_epoch(std::string_view version) {
  const auto epoch = split_dpkg(version).epoch;
  return epoch.empty() ? version : version.substr(epoch.size() + 1);
}

/// "2" alone, of a package that no update has touched, names no release: then the one that carries this version.
Result<std::string> release_of(const Feeds::State& state, const std::string& package, const BuildSigns& signs) {
  if (!signs.release.empty()) return signs.release;
  auto statement = state.prepare("SELECT release, version FROM debian_version WHERE package=?");
  if (!statement) return tl::make_unexpected(statement.error());
  statement->bind(package);
  std::set<std::string> found;
  const auto mine = split_dpkg(signs.package);
  auto read = state.each(*statement, [&](const sqlite::Statement& row) {
    const auto text = row.text(1);
    const auto carried = split_dpkg(text);
    // "2" and "2+deb12u3" are the same package, before and after its updates
    const auto base = carried.revision.substr(0, carried.revision.find_first_of("+~"));
    if (carried.upstream == mine.upstream && base == mine.revision.substr(0, mine.revision.find_first_of("+~")))
      found.insert(row.text(0));
  });
  if (!read) return tl::make_unexpected(read.error());
  return found.size() == 1 ? *found.begin() : std::string{};
}

DebianVerdict judge(const std::string& installed, const std::string& status, const std::string& fixed,
                    const std::string& urgency) {
  const bool dated = !fixed.empty() && is_digit(fixed.front());  // else the tracker says "undetermined", or nothing
  if (status == "resolved" && dated) {
    // a greeting never shows the epoch; "0" is Debian's word for "never affected", and before every version
    const bool before = std::is_lt(compare_dpkg(installed, without_epoch(fixed)));
    return {.affected = before, .range = fmt::format("< {}", fixed)};
  }
  if (status == "undetermined" || status == "resolved")
    return {.affected = true, .range = status, .doubt = doubt::undetermined};
  if (urgency == "unimportant") return {.affected = true, .range = status, .doubt = doubt::unimportant};
  return {.affected = true, .range = status};
}

}  // namespace

Result<std::optional<DebianView>> debian_view(const Feeds::State& state, const std::string& package,
                                              const BuildSigns& signs) {
  if (signs.package.empty() || package.empty()) return std::nullopt;
  const auto release = release_of(state, package, signs);
  if (!release) return tl::make_unexpected(release.error());
  if (release->empty()) return std::nullopt;
  auto statement = state.prepare("SELECT cve, status, fixed, urgency FROM debian WHERE package=? AND release=?");
  if (!statement) return tl::make_unexpected(statement.error());
  statement->bind(package).bind(*release);
  DebianView view;
  auto read = state.each(*statement, [&](const sqlite::Statement& row) {
    view[row.integer(0)] = judge(signs.package, row.text(1), row.text(2), row.text(3));
  });
  if (!read) return tl::make_unexpected(read.error());
  if (view.empty()) return std::nullopt;
  return view;
}

}  // namespace hygie::exposure::feeds
