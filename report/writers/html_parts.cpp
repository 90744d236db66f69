// SPDX-License-Identifier: EUPL-1.2
#include "report/writers/html_parts.hpp"

#include "report/sentences.hpp"
#include "report/unicode.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <tuple>

namespace hygie::report {
namespace {

using core::Severity;
using core::Verdict;
using nlohmann::json;

constexpr std::size_t most_rows = 1000;
constexpr std::size_t most_themes = 9;  // the chart shows where to look, the findings list them all

std::string_view sign_of(Severity severity) {
  switch (severity) {
    case Severity::critical: return "◆";
    case Severity::high: return "▲";
    case Severity::medium: return "■";
    case Severity::low: break;
  }
  return "●";
}

std::string evidence_of(const core::Finding& finding, core::Language language) {
  std::string out;
  for (const auto& [name, value] : finding.evidence)
    out.append(out.empty() ? "" : " · ").append(name).append(word("colon", language)).append(value);
  return clean(out);
}

json row_of(const ReportModel& model, const CheckView& check, const core::Subject& subject) {
  const auto name = name_of(subject);
  return {{"row_name", clean(name.empty() ? "–" : name)},
          {"row_id", name == subject.finding.object ? std::string() : clean(subject.finding.object)},
          {"row_message", clean(message_of(model, check, subject))},
          {"row_evidence", evidence_of(subject.finding, model.language)},
          {"row_new", !model.run.baseline.empty() && subject.finding.verdict == Verdict::fail && !subject.known},
          {"row_waived", subject.waived ? clean(waiver_sentence(model, subject)) : std::string()}};
}

json table_of(const ReportModel& model, const CheckView& check, const SubjectList& list, const std::string& title) {
  json table = {{"table_title", title},
                {"table_label", title + word("colon", model.language).data() + clean(check.result->check)},
                {"rows", json::array()},
                {"cut", ""}};
  const auto count = std::min(most_rows, list.size());
  for (std::size_t i = 0; i < count; ++i) table["rows"].push_back(row_of(model, check, *list[i]));
  if (list.size() > count) table["cut"] = phrase("others.json", model.language, count, list.size());
  return table;
}

/// MITRE's addresses follow from the technique's id; only what has its form becomes a link.
std::string link_of(std::string_view list, const std::string& id) {
  const bool digits = id.size() >= 5 && id[0] == 'T' &&
                      std::all_of(id.begin() + 1, id.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
  if (list != "attack" || !digits) return {};
  auto path = id;
  std::replace(path.begin(), path.end(), '.', '/');
  return "https://attack.mitre.org/techniques/" + path + "/";
}

json references_data(const ReportModel& model, const CheckView& check) {
  json lists = json::array();
  if (check.info == nullptr) return lists;
  for (const auto& [name, ids] : check.info->references) {
    if (ids.empty()) continue;
    json list = {{"reference_name", clean(named("references", name, model.language))}, {"ids", json::array()}};
    for (const auto& id : ids) list["ids"].push_back({{"id", clean(id)}, {"link", link_of(name, id)}});
    lists.push_back(std::move(list));
  }
  return lists;
}

constexpr std::string_view others = "others";  // a sum of small bars: its number alone, or it would dwarf the rest

struct Bar {
  std::string label;
  std::string tone;
  std::size_t number;
};

json chart_of(std::string_view title, const std::vector<Bar>& bars, core::Language language) {
  constexpr int row = 26;
  constexpr std::size_t bars_from = 236;
  constexpr std::size_t longest = 200;
  std::size_t most = 1;
  for (const auto& bar : bars)
    if (bar.tone != others) most = std::max(most, bar.number);
  json chart = {{"chart_title", title}, {"chart_height", static_cast<int>(bars.size()) * row}, {"bars", json::array()}};
  std::string words;
  int y = 6;
  for (const auto& bar : bars) {
    const auto width =
        bar.number == 0 || bar.tone == others ? 1 : std::max<std::size_t>(4, bar.number * longest / most);
    chart["bars"].push_back({{"bar_label", clip(bar.label, 31)},
                             {"bar_class", bar.tone},
                             {"bar_number", bar.number},
                             {"bar_x", bars_from},
                             {"bar_y", y},
                             {"bar_text", y + 11},
                             {"bar_width", width},
                             {"bar_end", bars_from + width + 8}});
    words += (words.empty() ? "" : ", ") + phrase("severity.count", language, bar.label, bar.number);
    y += row;
  }
  chart["chart_words"] = fmt::format("{}{}{}.", title, word("colon", language), words);
  return chart;
}

}  // namespace

Anchors anchors_of(const core::Run& run) {
  Anchors anchors;
  for (const auto& result : run.results) anchors.try_emplace(result.check, fmt::format("check-{}", anchors.size() + 1));
  return anchors;
}

void add_severity(json& node, Severity severity, core::Language language) {
  node["severity_class"] = core::to_string(severity);
  node["severity_sign"] = sign_of(severity);
  node["severity_word"] = severity_word(severity, language);
  node["severity_rank"] = 3 - static_cast<int>(severity);
}

json finding_data(const ReportModel& model, const CheckView& check, const std::string& anchor, bool open) {
  const auto& result = *check.result;
  const auto subjects = subjects_of(result);
  const bool fails = result.verdict == Verdict::fail;
  const std::string verdict(
      word(fmt::format("verdict.{}", result.waived ? "waived" : core::to_string(result.verdict)), model.language));
  json node = {
      {"anchor", anchor},
      {"is_open", open},
      {"tone", result.waived ? "waived"
               : !fails      ? "unknown"
                             : core::to_string(result.severity)},
      {"sign", result.waived ? "≈"
               : !fails      ? "?"
                             : sign_of(result.severity)},
      {"state", fails && !result.waived ? fmt::format("{}, {}", verdict, severity_word(result.severity, model.language))
                                        : verdict},
      {"check_title", clean(check.title)},
      {"check_id", clean(result.check)},
      {"object_count", counted("objects", subjects.size(), model.language)},
      {"risk", clean(check.risk)},
      {"remedy", clean(check.remediation)},
      {"has_text", !check.risk.empty() || !check.remediation.empty()},
      {"fingerprint", clean(result.fingerprint)},
      {"references", references_data(model, check)}};
  node["facts"] = json::array();
  for (const auto& fact : finding_facts(model, check)) node["facts"].push_back(fact);
  node["tables"] = json::array();
  const auto title = word(fails ? "finding.subjects" : "finding.missing", model.language);
  if (!subjects.empty())
    node["tables"].push_back(table_of(model, check, subjects, fmt::format("{} ({})", title, subjects.size())));
  if (const auto unread = unread_of(result); !unread.empty())
    node["tables"].push_back(table_of(model, check, unread, counted("unread.objects", unread.size(), model.language)));
  return node;
}

json ladder_data(const core::LevelResult& level) {
  json ladder = {{"rungs", json::array()}};
  for (int rung = 1; rung <= 5; ++rung) {
    const int height = 14 * rung + 4;
    const auto state = rung > level.at_most    ? "off"
                       : !level.reached        ? "maybe"
                       : rung == level.at_most ? "on current"
                                               : "on";
    ladder["rungs"].push_back({{"rung", rung},
                               {"rung_class", state},
                               {"rung_x", (rung - 1) * 50 + 3},
                               {"rung_middle", (rung - 1) * 50 + 25},
                               {"rung_y", 76 - height},
                               {"rung_height", height}});
  }
  return ladder;
}

json charts_data(const ReportModel& model, const Summary& summary) {
  std::vector<Bar> severities;
  for (const auto severity : {Severity::critical, Severity::high, Severity::medium, Severity::low})
    severities.push_back({fmt::format("{} {}", sign_of(severity), severity_word(severity, model.language)),
                          std::string(core::to_string(severity)),
                          summary.fails_by_severity.at(static_cast<std::size_t>(severity))});
  std::map<std::string, std::size_t> by_theme;
  for (const auto& action : summary.actions) ++by_theme[clean(named("theme", action.check.theme, model.language))];
  std::vector<Bar> themes;
  themes.reserve(by_theme.size());
  for (const auto& [name, number] : by_theme) themes.push_back({name, "neutral", number});
  std::stable_sort(themes.begin(), themes.end(), [](const Bar& a, const Bar& b) { return a.number > b.number; });
  if (themes.size() > most_themes) {
    std::size_t number = 0;
    for (std::size_t i = most_themes - 1; i < themes.size(); ++i) number += themes[i].number;
    const auto left = themes.size() - (most_themes - 1);
    themes.resize(most_themes - 1);
    themes.push_back({counted("theme.others", left, model.language), std::string(others), number});
  }
  return json::array({chart_of(word("chart.severity", model.language), severities, model.language),
                      chart_of(word("chart.theme", model.language), themes, model.language)});
}

json tally_data(const ReportModel& model, const Summary& summary) {
  const auto count = [&](Verdict verdict) { return summary.counts.at(static_cast<std::size_t>(verdict)); };
  const std::tuple<std::string_view, std::string_view, std::size_t> rows[] = {
      {"fail", "✕", count(Verdict::fail)},
      {"unknown", "?", count(Verdict::unknown)},
      {"waived", "≈", summary.waived},
      {"pass", "✓", count(Verdict::pass)},
      {"not_applicable", "–", count(Verdict::not_applicable)}};
  json list = json::array();
  for (const auto& [key, sign, number] : rows)
    list.push_back(
        {{"tally_class", key},
         {"tally_sign", sign},
         {"tally_number", number},
         {"tally_label",
          word(fmt::format("tally.{}.{}", key,
                           number == 1 || (number == 0 && model.language == core::Language::fr) ? "one" : "many"),
               model.language)}});
  return list;
}

json waived_data(const ReportModel& model, const Anchors& anchors) {
  json rows = json::array();
  for (const auto& result : model.run.results) {
    std::map<std::tuple<std::string, std::chrono::sys_days, std::string>, std::size_t> groups;
    for (const auto& subject : result.subjects)
      if (subject.waived)
        ++groups[{subject.waived_by, subject.waived_until.value_or(std::chrono::sys_days{}), subject.waived_reason}];
    for (const auto& [group, number] : groups) {
      const auto& [by, until, reason] = group;
      rows.push_back({{"check_id", clean(result.check)},
                      {"check_title", clean(view_of(model, result).title)},
                      {"anchor", anchors.at(result.check)},
                      {"waived_objects", number},
                      {"waived_by", clean(by)},
                      {"waived_reason", clean(reason)},
                      {"waived_until", people_day(until, model.language)}});
    }
  }
  return rows;
}

}  // namespace hygie::report
