// SPDX-License-Identifier: EUPL-1.2
#include "report/writers/html.hpp"

#include "core/embedded.hpp"
#include "report/mustache.hpp"
#include "report/sentences.hpp"
#include "report/unicode.hpp"
#include "report/words.hpp"
#include "report/writers/html_parts.hpp"

#include <openssl/evp.h>
#include <algorithm>
#include <array>

HYGIE_EMBEDDED(report_html)
HYGIE_EMBEDDED(finding_html)
HYGIE_EMBEDDED(report_css)
HYGIE_EMBEDDED(report_js)

namespace hygie::report {
namespace {

using core::Verdict;
using nlohmann::json;

constexpr std::size_t first_actions = 5;
constexpr std::size_t most_path_checks = 6;

/// What Content-Security-Policy wants of an inline script: nothing else runs in the page.
std::string script_hash(std::string_view script) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  std::array<unsigned char, 4 * EVP_MAX_MD_SIZE / 3 + 4> base64{};
  unsigned int size = 0;
  EVP_Digest(script.data(), script.size(), digest.data(), &size, EVP_sha256(), nullptr);
  const int length = EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(size));
  return "sha256-" + std::string(base64.begin(), base64.begin() + length);
}

/// Every fixed word, with `_` for `.`: a dot means a path to mustache.
json words_data(core::Language language) {
  json words = json::object();
  for (const auto& one : all_words()) {
    std::string key(one.key);
    std::replace(key.begin(), key.end(), '.', '_');
    words[key] = word(one.key, language);
  }
  return words;
}

class HtmlReport {
 public:
  explicit HtmlReport(const ReportModel& model)
      : model_(model),
        summary_(summarise(model)),
        anchors_(anchors_of(model.run)),
        renderer_(json{{"w", words_data(model.language)}}) {}

  std::string render() {
    head();
    domains();
    gaps();
    actions();
    findings();
    unknowns();
    waivers();
    lists();
    annex();
    return renderer_.render(report_html(), page_);
  }

 private:
  void head();
  void domains();
  void gaps();
  void actions();
  void findings();
  void unknowns();
  void waivers();
  void lists();
  void annex();
  [[nodiscard]] json action_data(const Action& action, std::size_t order) const;
  [[nodiscard]] json path_data(const DomainSummary& domain) const;
  [[nodiscard]] json finding(const CheckView& check);
  [[nodiscard]] json titles(Verdict verdict) const;

  const ReportModel& model_;
  Summary summary_;
  Anchors anchors_;
  Renderer renderer_;
  json page_ = json::object();
};

void HtmlReport::head() {
  const auto& run = model_.run;
  page_["lang"] = model_.language == core::Language::fr ? "fr" : "en";
  page_["css"] = report_css();
  page_["js"] = report_js();
  page_["script_hash"] = script_hash(report_js());
  page_["version"] = clean(model_.tool_version);
  page_["run_id"] = clean(run.id);
  page_["establishment"] = clean(run.establishment.name);
  page_["identity"] = clean(identity(model_));
  page_["audit_of"] = phrase("audit.of", model_.language, people_time(run.started, model_.language));
  page_["baseline"] = run.baseline.empty() ? std::string() : phrase("baseline", model_.language, clean(run.baseline));
  page_["incomplete"] = !run.complete;
  page_["counts_sentence"] = counts_sentence(model_, summary_);
  page_["tally"] = tally_data(model_, summary_);
  page_["charts"] = charts_data(model_, summary_);
}

void HtmlReport::domains() {
  page_["domains"] = json::array();
  page_["held_by_accepted"] = false;
  for (const auto& domain : summary_.domains) {
    const auto& level = domain.domain->level;
    json node = {{"domain_name", clean(domain_name(model_, domain.domain->domain))},
                 {"has_level", domain.has_level()},
                 {"scale", !domain.has_level()                   ? "none"
                           : level.reached || level.at_most <= 2 ? std::to_string(level.at_most)
                                                                 : "unknown"},
                 {"numeral", level.reached ? std::to_string(*level.reached) : fmt::format("≤ {}", level.at_most)},
                 {"headline", level_headline(model_, domain)},
                 {"scale_name", level_scale(model_, domain)},
                 {"verdict", level_verdict(model_, domain)},
                 {"why_unknown", level_why_unknown(model_, domain)},
                 {"accepted", accepted_level_sentence(model_, domain)},
                 {"steps", json::array()}};
    node["ladder"] = domain.has_level() ? ladder_data(level) : json(nullptr);
    if (!domain.steps.empty()) node["steps"].push_back({{"step", step_sentence(model_, domain.steps.front())}});
    node["path"] = path_data(domain);
    node["has_path"] = !domain.steps.empty();
    if (domain.held_by_accepted && domain.has_level()) page_["held_by_accepted"] = true;
    page_["domains"].push_back(std::move(node));
  }
}

/// Which checks hold each level, and what fixing them allows.
json HtmlReport::path_data(const DomainSummary& domain) const {
  json path = json::array();
  for (const auto& step : domain.steps) {
    json checks = json::array();
    const auto shown = std::min(most_path_checks, step.checks.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const auto& check = step.checks[i];
      checks.push_back({{"check_title", clean(check.title)},
                        {"anchor", anchors_.at(check.result->check)},
                        {"is_waived", check.result->waived}});
    }
    const auto others = step.checks.size() - shown;
    path.push_back({{"from", step.from},
                    {"to", step.to},
                    {"sure", step.sure},
                    {"checks", checks},
                    {"others", others > 0 ? counted("others", others, model_.language) : std::string()},
                    {"points", counted("path.points", step.checks.size(), model_.language)}});
  }
  return path;
}

void HtmlReport::gaps() {
  page_["gaps"] = json::array();
  for (const auto& domain : model_.run.domains)
    for (const auto& gap : domain.gaps)
      page_["gaps"].push_back({{"gap_what", clean(gap.what)}, {"gap_why", clean(gap.why)}});
  page_["has_gaps"] = !page_["gaps"].empty();
}

json HtmlReport::action_data(const Action& action, std::size_t order) const {
  const auto& result = *action.check.result;
  json node = {{"order", order},
               {"anchor", anchors_.at(result.check)},
               {"check_title", clean(action.check.title)},
               {"check_id", clean(result.check)},
               {"objects", action.subjects},
               {"risk", clean(action.check.risk)},
               {"remedy", clean(action.check.remediation)},
               {"level_change", level_change(action)},
               {"gains", action.level_after > action.level_before}};
  auto rank = counted("objects", action.subjects, model_.language);
  if (action.holds != 0) rank = phrase("level.holds", model_.language, action.holds) + ", " + rank;
  node["rank"] = rank;
  add_severity(node, result.severity, model_.language);
  return node;
}

void HtmlReport::actions() {
  page_["plan"] = json::array();
  page_["first"] = json::array();
  for (const auto& action : summary_.actions) {
    page_["plan"].push_back(action_data(action, page_["plan"].size() + 1));
    if (page_["plan"].size() <= first_actions) page_["first"].push_back(page_["plan"].back());
  }
  page_["has_actions"] = !summary_.actions.empty();
  page_["action_count"] = summary_.actions.size();
}

json HtmlReport::finding(const CheckView& check) {
  const auto& anchor = anchors_.at(check.result->check);
  const auto first = std::min(first_actions, summary_.actions.size());
  const bool open = std::any_of(summary_.actions.begin(), summary_.actions.begin() + static_cast<std::ptrdiff_t>(first),
                                [&](const Action& one) { return one.check.result == check.result; });
  return {{"finding_html", renderer_.render(finding_html(), finding_data(model_, check, anchor, open))}};
}

void HtmlReport::findings() {
  const auto fails = views_of(model_, Verdict::fail);
  page_["has_fails"] = !fails.empty();
  page_["themes"] = json::array();  // the theme of the gravest check first
  std::map<std::string, std::size_t> place;
  for (const auto& check : fails) {
    const auto name = clean(named("theme", check.theme, model_.language));
    const auto [found, fresh] = place.try_emplace(name, place.size());
    if (fresh) page_["themes"].push_back({{"theme_name", name}, {"findings", json::array()}});
    auto& theme = page_["themes"][found->second];
    theme["findings"].push_back(finding(check));
    theme["theme_count"] = theme["findings"].size();
  }
}

void HtmlReport::unknowns() {
  page_["unknowns"] = json::array();
  for (const auto& check : views_of(model_, Verdict::unknown)) page_["unknowns"].push_back(finding(check));
  const auto count = page_["unknowns"].size();
  page_["has_unknowns"] = count > 0;
  page_["unknown_sentence"] = count > 0 ? counted("gaps.unknown", count, model_.language) : std::string();
}

void HtmlReport::waivers() {
  page_["waived"] = waived_data(model_, anchors_);
  page_["has_waived"] = !page_["waived"].empty();
  page_["notes"] = json::array();
  for (const auto& note : model_.run.waiver_notes)
    page_["notes"].push_back({{"note", clean(note_sentence(model_, note))}});
  page_["has_notes"] = !page_["notes"].empty();
}

json HtmlReport::titles(Verdict verdict) const {
  json list = json::array();
  for (const auto& check : views_of(model_, verdict))
    list.push_back(
        {{"check_title", clean(check.title)}, {"check_id", clean(check.result->check)}, {"declared", check.declared}});
  return list;
}

void HtmlReport::lists() {
  page_["passes"] = titles(Verdict::pass);
  page_["pass_count"] = page_["passes"].size();
  page_["has_passes"] = !page_["passes"].empty();
  page_["not_applicables"] = titles(Verdict::not_applicable);
  page_["not_applicable_count"] = page_["not_applicables"].size();
  page_["has_not_applicables"] = !page_["not_applicables"].empty();
}

void HtmlReport::annex() {
  page_["annex"] = json::array();
  for (const auto& [name, value] : annex_rows(model_))
    page_["annex"].push_back({{"annex_name", clean(name)}, {"annex_value", clean(value)}});
}

}  // namespace

void write_html(const ReportModel& model, std::ostream& out) { out << HtmlReport(model).render(); }

}  // namespace hygie::report
