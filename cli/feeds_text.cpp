// SPDX-License-Identifier: EUPL-1.2
#include "cli/feeds_text.hpp"

#include "core/i18n.hpp"
#include "report/unicode.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

namespace hygie::cli {
namespace {

namespace feeds = exposure::feeds;
using core::msgid;
using core::tr;
using nlohmann::json;

struct Kind {
  const char* id;
  const char* name;  // msgid
};

constexpr std::array kinds{
    Kind{"kev", msgid("known exploited vulnerabilities (CISA)")},
    Kind{"epss", msgid("probability of exploitation (EPSS)")},
    Kind{"nvd", msgid("vulnerability database (NVD)")},
    Kind{"cve", msgid("CVE list, makers' records")},
    Kind{"debian", msgid("Debian's security tracker")},
    Kind{"end-of-life", msgid("ends of life (endoflife.date)")},
};

std::string doubt_text(const std::string& word) {
  namespace doubt = feeds::doubt;
  if (word.starts_with(doubt::needs))
    return tr("only together with{}", word.substr(std::string_view(doubt::needs).size()));
  if (word == doubt::distribution) return tr("a distribution may have fixed it without a new version number");
  if (word == doubt::versions_unsaid) return tr("the record does not say readably which versions");
  if (word == doubt::vendor_unsaid) return tr("the record does not name the vendor");
  if (word == doubt::disagreement) return tr("another source says that this version is not affected");
  if (word == doubt::undetermined) return tr("Debian has not decided yet");
  return tr("Debian sees no security issue in it");
}

std::string doubts_text(const std::vector<std::string>& doubts) {
  std::string out;
  for (const auto& one : doubts) out += (out.empty() ? "" : "; ") + doubt_text(one);
  return out;
}

std::string line_of(const feeds::Match& one) {
  auto line = fmt::format("  {:<17} {:<10} {:>8} {:>11}", one.cve, one.confirmed ? tr("confirmed") : tr("possible"),
                          one.cvss ? fmt::format("CVSS {}.{}", *one.cvss / 10, *one.cvss % 10) : "CVSS -",
                          one.epss ? fmt::format("EPSS {:.3f}", *one.epss) : "EPSS -");
  if (!one.kev_added.empty())
    line += "  " + (one.ransomware ? tr("exploited, by ransomware too, since {}", one.kev_added)
                                   : tr("exploited since {}", one.kev_added));
  line += fmt::format("\n      {}: {}\n", one.source, report::clean(one.range));
  if (!one.doubts.empty()) line += fmt::format("      {}\n", report::clean(doubts_text(one.doubts)));
  return line;
}

std::string life_text(const feeds::EndOfLife& life) {
  const auto name = fmt::format("{} {}", life.product, life.cycle);
  auto text = life.ended          ? life.date.empty() ? tr("{} is no longer maintained", name)
                                                      : tr("{} has not been maintained since {}", name, life.date)
                       : life.date.empty() ? tr("{} is maintained; no end is announced", name)
                                  : tr("{} is maintained until {}", name, life.date);
  if (!life.latest.empty()) text += "; " + tr("its last version is {}", life.latest);
  return report::clean(text) + "\n";
}

std::string exploited_text(const std::vector<feeds::KevRow>& rows) {
  if (rows.empty()) return {};
  auto out = "\n" + tr("Known to be exploited in some version of this product: {}", rows.size()) + "\n";
  for (const auto& one : rows)
    out += fmt::format("  {:<17} {}  {}\n", one.cve, report::clean(one.added), report::clean(one.name));
  return out;
}

/// What is known of each feed, over all its files.
struct Summary {
  std::string date, file;
  core::Instant imported{};
  std::int64_t records = 0, age = 0;
};

std::map<std::string, Summary> summaries(const std::vector<feeds::Source>& sources, core::Instant now) {
  std::map<std::string, Summary> out;
  for (const auto& one : sources) {
    auto& sum = out[one.kind];
    sum.age = sum.records == 0 ? feeds::age_in_days(one, now) : std::min(sum.age, feeds::age_in_days(one, now));
    sum.records += one.records;
    sum.date = std::max(sum.date, one.date);
    sum.imported = std::max(sum.imported, one.imported);
    sum.file = one.file;
  }
  return out;
}

}  // namespace

std::string match_text(const FeedsAnswer& answer) {
  const auto sure =
      std::count_if(answer.matches.begin(), answer.matches.end(), [](const auto& one) { return one.confirmed; });
  auto out = report::clean(answer.asked + " " + answer.product.version) + "\n";
  for (const auto& one : answer.matches) out += line_of(one);
  if (answer.product.version.empty()) {
    out += tr("Without a version, no CVE can be told.") + "\n";
  } else {
    out += tr("{} confirmed, {} possible", sure, answer.matches.size() - static_cast<std::size_t>(sure)) + "\n";
  }
  if (answer.life) out += life_text(*answer.life);
  return out + exploited_text(answer.exploited);
}

std::string match_json(const FeedsAnswer& answer) {
  json matches = json::array(), exploited = json::array();
  for (const auto& one : answer.matches)
    matches.push_back(
        {{"cve", one.cve},
         {"confirmed", one.confirmed},
         {"cvss", one.cvss ? json(*one.cvss / 10.0) : json()},
         {"epss", one.epss ? json(*one.epss) : json()},
         {"kev", one.kev_added.empty()
                     ? json()
                     : json{{"added", one.kev_added}, {"due", one.kev_due}, {"ransomware", one.ransomware}}},
         {"source", one.source},
         {"range", one.range},
         {"doubts", one.doubts}});
  for (const auto& one : answer.exploited)
    exploited.push_back(
        {{"cve", one.cve}, {"name", one.name}, {"added", one.added}, {"due", one.due}, {"ransomware", one.ransomware}});
  json life;
  if (answer.life)
    life = {{"product", answer.life->product},
            {"cycle", answer.life->cycle},
            {"ended", answer.life->ended},
            {"date", answer.life->date},
            {"latest", answer.life->latest}};
  return json{{"schema", "hygie/feeds-match/1"}, {"product", answer.asked},        {"version", answer.product.version},
              {"matches", std::move(matches)},   {"end_of_life", std::move(life)}, {"exploited", std::move(exploited)}}
             .dump(2, ' ', false, json::error_handler_t::replace) +
         "\n";
}

std::string status_text(const std::vector<feeds::Source>& sources, core::Instant now) {
  const auto all = summaries(sources, now);
  std::string out;
  for (const auto& kind : kinds) {
    const auto found = all.find(kind.id);
    if (found == all.end()) {
      out += fmt::format("{:<11} {}\n", kind.id, tr("not imported: {}", tr(kind.name)));
      continue;
    }
    const auto& sum = found->second;
    const auto limit = feeds::stale_after(kind.id);
    out += fmt::format("{:<11} {:<10} {:>9} {:>6}  {}{}\n", kind.id, sum.date.empty() ? "-" : report::clean(sum.date),
                       sum.records, tr("{} d", sum.age), report::clean(sum.file),
                       sum.age > limit ? "  " + tr("STALE: older than {} days", limit) : std::string{});
  }
  return fmt::format("{:<11} {:<10} {:>9} {:>6}  {}\n", tr("feed"), tr("date"), tr("records"), tr("age"), tr("file")) +
         out;
}

std::string stale_text(const std::vector<feeds::Source>& sources, core::Instant now) {
  std::string out;
  for (const auto& [kind, sum] : summaries(sources, now))
    if (sum.age > feeds::stale_after(kind))
      out += fmt::format("{}{} ({})", out.empty() ? "" : ", ", kind, tr("{} d", sum.age));
  return out.empty() ? out : tr("stale, bring newer files: {}", out);
}

std::string status_json(const std::vector<feeds::Source>& sources, core::Instant now) {
  json list = json::array();
  for (const auto& one : sources) {
    const auto age = feeds::age_in_days(one, now);
    list.push_back({{"feed", one.kind},
                    {"file", one.file},
                    {"date", one.date.empty() ? json() : json(one.date)},
                    {"records", one.records},
                    {"files", one.files},
                    {"sha256", one.sha256},
                    {"imported", core::format_instant(one.imported)},
                    {"age_days", age},
                    {"stale", age > feeds::stale_after(one.kind)}});
  }
  json missing = json::array();
  for (const auto& kind : kinds)
    if (std::none_of(sources.begin(), sources.end(), [&](const auto& one) { return one.kind == kind.id; }))
      missing.push_back(kind.id);
  return json{{"schema", "hygie/feeds-status/1"}, {"feeds", std::move(list)}, {"missing", std::move(missing)}}.dump(
             2, ' ', false, json::error_handler_t::replace) +
         "\n";
}

}  // namespace hygie::cli
