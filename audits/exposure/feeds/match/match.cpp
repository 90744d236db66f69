// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/match/affected.hpp"
#include "audits/exposure/feeds/match/debian.hpp"
#include "audits/exposure/feeds/match/distribution.hpp"
#include "audits/exposure/feeds/match/state.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <tuple>

namespace hygie::exposure::feeds {
namespace {

using core::Result;
using core::Status;
namespace sqlite = core::sqlite;

/// What the records of one origin say of one CVE and the product, by whether they name the vendor.
struct Words {
  std::vector<Affected> lines;
  bool vendor_said = false;
};
using Recorded = std::map<CveId, std::map<Origin, Words>>;

constexpr const char* lines_sql =
    "SELECT a.cve, a.origin, a.entry, a.said, a.form, a.low, a.low_excluded, a.high, a.high_included, a.changes, "
    "a.needs "
    "FROM affected a WHERE a.product=? "
    "AND NOT EXISTS (SELECT 1 FROM cve c WHERE c.cve=a.cve AND c.rejected=1) ORDER BY a.cve, a.origin, a.line";

Affected line_of(const sqlite::Statement& row) {
  return {.entry = static_cast<int>(row.integer(2)),
          .said = static_cast<Said>(row.integer(3)),
          .form = static_cast<Form>(row.integer(4)),
          .low = row.text(5),
          .low_excluded = row.integer(6) != 0,
          .high = row.text(7),
          .high_included = row.integer(8) != 0,
          .changes = row.text(9),
          .needs = row.text(10)};
}

void add(Words& words, Affected line, bool vendor_said) {
  // records that name the vendor make those that do not superfluous
  if (words.vendor_said && !vendor_said) return;
  if (vendor_said && !words.vendor_said) words.lines.clear();
  words.vendor_said = vendor_said;
  words.lines.push_back(std::move(line));
}

bool is_readable(const Words& words) {
  return words.vendor_said && std::any_of(words.lines.begin(), words.lines.end(),
                                          [](const Affected& one) { return one.form != Form::unsaid; });
}

std::optional<Match> judge(Order order, const std::string& version, CveId cve, std::map<Origin, Words>& origins) {
  struct Side {
    Origin origin;
    const Words* words;
    Decision decision;
  };
  std::vector<Side> sides;
  for (auto& [origin, words] : origins) {
    std::stable_sort(words.lines.begin(), words.lines.end(),
                     [](const Affected& a, const Affected& b) { return a.entry < b.entry; });
    sides.push_back({origin, &words, decide(order, version, words.lines)});
  }
  const auto best = std::max_element(
      sides.begin(), sides.end(), [](const Side& a, const Side& b) { return a.decision.answer < b.decision.answer; });
  if (best == sides.end() || best->decision.answer == Answer::no) return std::nullopt;
  Match out{.cve = cve_text(cve), .source = best->origin == Origin::nvd ? "nvd" : "cve", .range = best->decision.why};
  out.confirmed = best->decision.answer == Answer::yes;
  if (!best->decision.needs.empty()) out.doubts.push_back(fmt::format("{} {}", doubt::needs, best->decision.needs));
  if (!best->words->vendor_said) out.doubts.emplace_back(doubt::vendor_unsaid);
  const bool other_denies = std::any_of(sides.begin(), sides.end(), [&](const Side& side) {
    return &side != &*best && side.decision.answer == Answer::no && is_readable(*side.words);
  });
  if (other_denies || best->decision.denied) out.doubts.emplace_back(doubt::disagreement);
  if (!out.confirmed && out.doubts.empty()) out.doubts.emplace_back(doubt::versions_unsaid);
  out.confirmed = out.doubts.empty();
  return out;
}

using Matches = std::map<CveId, Match>;

Result<Recorded> recorded(const Feeds::State& state, const std::vector<ProductName>& names) {
  Recorded out;
  const auto ids = state.known(names);
  if (!ids) return tl::make_unexpected(ids.error());
  auto statement = state.prepare(lines_sql);
  if (!statement) return tl::make_unexpected(statement.error());
  for (const auto& one : *ids) {
    statement->reset();
    statement->bind(one.id);
    auto read = state.each(*statement, [&](const sqlite::Statement& row) {
      add(out[row.integer(0)][static_cast<Origin>(row.integer(1))], line_of(row), one.vendor_said);
    });
    if (!read) return tl::make_unexpected(read.error());
  }
  return out;
}

void doubt_all(Matches& matches, const char* why) {
  for (auto& [id, match] : matches) {
    match.confirmed = false;
    match.doubts.emplace_back(why);
  }
}

/// The distribution knows what it mended: its word replaces that of the version.
void apply(const DebianView& view, Matches& matches) {
  for (auto at = matches.begin(); at != matches.end();) {
    const auto known = view.find(at->first);
    if (known == view.end()) {
      at->second.confirmed = false;
      at->second.doubts.emplace_back(doubt::distribution);
    } else if (!known->second.affected) {
      at = matches.erase(at);
      continue;
    }
    ++at;
  }
  for (const auto& [id, verdict] : view) {
    if (!verdict.affected) continue;
    Match one{.cve = cve_text(id), .confirmed = verdict.doubt == nullptr, .source = "debian", .range = verdict.range};
    if (verdict.doubt != nullptr) one.doubts.emplace_back(verdict.doubt);
    matches[id] = std::move(one);
  }
}

Status weigh_distribution(const Feeds::State& state, const Wanted& asked, const BuildSigns& signs, Matches& matches) {
  if (signs.build == Build::windows) return {};
  std::string package;
  for (const auto& name : asked.names)
    if (package.empty()) package = debian_package(name.vendor, name.product, signs.version);
  if (package.empty() && signs.build == Build::unsaid) return {};
  const auto view = debian_view(state, package, signs);
  if (!view) return tl::make_unexpected(view.error());
  if (*view) {
    apply(**view, matches);
  } else {
    doubt_all(matches, doubt::distribution);
  }
  return {};
}

/// What other feeds say of each.
Status enrich(const Feeds::State& state, Matches& matches) {
  auto statement = state.prepare(
      "SELECT (SELECT cvss FROM cve WHERE cve=?1 AND cvss IS NOT NULL ORDER BY origin LIMIT 1), e.score, k.added, "
      "k.due, "
      "k.ransomware FROM (SELECT ?1 AS id) LEFT JOIN epss e ON e.cve=id LEFT JOIN kev k ON k.cve=id");
  if (!statement) return tl::make_unexpected(statement.error());
  for (auto& [id, match] : matches) {
    statement->reset();
    statement->bind(id);
    auto read = state.each(*statement, [&one = match](const sqlite::Statement& row) {
      if (!row.is_null(0)) one.cvss = static_cast<int>(row.integer(0));
      if (!row.is_null(1)) one.epss = std::strtod(row.text(1).c_str(), nullptr);
      one.kev_added = row.text(2);
      one.kev_due = row.text(3);
      one.ransomware = row.integer(4) != 0;
    });
    if (!read) return read;
  }
  return {};
}

/// The highest risk first.
auto rank(const Match& one) {
  return std::make_tuple(!one.kev_added.empty(), one.ransomware, one.confirmed, one.cvss.value_or(-1),
                         one.epss.value_or(0));
}

}  // namespace

Result<std::vector<Match>> Feeds::match(const Product& product) const {
  const auto asked = wanted(product);
  if (!asked) return tl::make_unexpected(asked.error());
  if (asked->version.empty()) return std::vector<Match>{};
  const auto signs = signs_of(asked->version, product.banner);
  auto records = recorded(*state_, asked->names);
  if (!records) return tl::make_unexpected(records.error());
  const auto order = order_of(asked->names.front().vendor, asked->names.front().product);
  Matches matches;
  for (auto& [id, origins] : *records)
    if (auto one = judge(order, signs.version, id, origins)) matches.emplace(id, std::move(*one));
  if (auto weighed = weigh_distribution(*state_, *asked, signs, matches); !weighed)
    return tl::make_unexpected(weighed.error());
  if (auto enriched = enrich(*state_, matches); !enriched) return tl::make_unexpected(enriched.error());
  std::vector<Match> out;
  for (auto at = matches.rbegin(); at != matches.rend(); ++at) out.push_back(std::move(at->second));
  std::stable_sort(out.begin(), out.end(), [](const Match& a, const Match& b) { return rank(a) > rank(b); });
  return out;
}

}  // namespace hygie::exposure::feeds
