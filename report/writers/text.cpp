// SPDX-License-Identifier: EUPL-1.2
#include "report/writers/text.hpp"

#include "report/sentences.hpp"
#include "report/unicode.hpp"
#include "report/words.hpp"
#include "report/writers/lines.hpp"

#include <algorithm>

namespace hygie::report {
namespace {

using core::Severity;
using core::Verdict;

constexpr std::size_t first_actions = 5;
constexpr std::size_t first_gaps = 2;
constexpr std::size_t first_subjects = 10;

Tone tone_of(Severity severity) {
  if (severity >= Severity::high) return Tone::danger;
  return severity == Severity::medium ? Tone::warning : Tone::plain;
}

class TextReport {
 public:
  TextReport(const ReportModel& model, std::ostream& out, const TextStyle& style)
      : model_(model), summary_(summarise(model)), lines_(out, style.width, style.colour) {}

  void write() {
    opening();
    gaps(first_gaps);
    first();
    next();
    details();
    unknowns();
    waivers();
    lists();
    annex();
  }

 private:
  [[nodiscard]] std::string say(std::string_view key) const { return std::string(word(key, model_.language)); }
  [[nodiscard]] std::string labelled(std::string_view key) const { return say(key) + say("colon"); }

  void opening();
  void level(const DomainSummary& domain);
  void gaps(std::size_t most);
  void first();
  void next();
  void details();
  void finding(const CheckView& check);
  void subjects(const CheckView& check, const SubjectList& list);
  void references(const CheckView& check);
  void unknowns();
  void waivers();
  void lists();
  void annex();

  const ReportModel& model_;
  Summary summary_;
  Lines lines_;
};

void TextReport::opening() {
  const auto& place = model_.run.establishment;
  const auto id = identity(model_);
  lines_.edges(place.name + (id.empty() ? "" : " (" + id + ")"),
               phrase("audit.of", model_.language, people_time(model_.run.started, model_.language)), Tone::strong);
  for (const auto& domain : summary_.domains) level(domain);
  lines_.paragraph("", counts_sentence(model_, summary_) + ".");
}

void TextReport::level(const DomainSummary& domain) {
  const auto name = upper(domain_name(model_, domain.domain->domain));
  const auto& level = domain.domain->level;
  if (!domain.has_level()) return lines_.paragraph(name + "  ", level_verdict(model_, domain));
  std::string bar;
  for (int i = 1; i <= 5; ++i) bar += i <= level.at_most ? (level.reached ? "■" : "?") : "·";
  const Tone tone = level.at_most <= 2                    ? Tone::danger
                    : level.reached && level.at_most >= 4 ? Tone::good
                                                          : Tone::warning;
  lines_.paragraph(name + "  ",
                   fmt::format("[{}] {}, {}", bar, upper(level_headline(model_, domain)), level_scale(model_, domain)),
                   tone);
  auto meaning = level_verdict(model_, domain);
  if (const auto why = level_why_unknown(model_, domain); !why.empty()) meaning = why + " " + meaning;
  lines_.paragraph("", meaning, Tone::plain, 2);
}

void TextReport::gaps(std::size_t most) {
  if (summary_.gaps == 0) {
    if (!model_.run.complete) lines_.paragraph("", say("incomplete"), Tone::warning);
    return;
  }
  lines_.heading(say("gaps"));
  std::size_t shown = 0;
  for (const auto& domain : model_.run.domains) {
    for (const auto& gap : domain.gaps) {
      if (++shown > most) continue;
      lines_.clipped("? " + gap.what + say("colon") + gap.why, Tone::warning, 1);
    }
  }
  if (shown > most) lines_.clipped(counted("others", shown - most, model_.language), Tone::warning, 3);
}

void TextReport::first() {
  if (summary_.actions.empty()) return lines_.paragraph("", say("first.none"), Tone::good);
  lines_.heading(say("first"));
  const auto count = std::min(first_actions, summary_.actions.size());
  for (std::size_t i = 0; i < count; ++i) {
    const auto& action = summary_.actions[i];
    lines_.clipped(fmt::format("{}. {}", i + 1, action.check.title), tone_of(action.check.result->severity), 1);
    lines_.clipped(rank_sentence(model_, action) + ". " + std::string(action.check.risk), Tone::plain, 4);
  }
}

void TextReport::next() {
  for (const auto& domain : summary_.domains)
    if (!domain.steps.empty()) lines_.paragraph("", step_sentence(model_, domain.steps.front()), Tone::strong);
  auto hint = labelled("next") + phrase("next.report", model_.language, model_.run.id);
  if (!summary_.actions.empty())
    hint = labelled("next") + phrase("next.explain", model_.language, summary_.actions.front().check.result->check);
  lines_.paragraph("", hint);
}

void TextReport::details() {
  const auto fails = views_of(model_, Verdict::fail);
  if (fails.empty()) return;
  lines_.blank();
  lines_.heading(say("findings"));
  for (const auto& action : summary_.actions) finding(action.check);
  for (const auto& check : fails)
    if (check.result->waived) finding(check);
}

void TextReport::finding(const CheckView& check) {
  const auto& result = *check.result;
  const auto state = labelled("verdict.fail") + std::string(check.title);
  lines_.blank();
  lines_.paragraph("", (result.waived ? "[" + say("verdict.waived") + "] " : "") + state,
                   result.waived ? Tone::strong : tone_of(result.severity));
  std::string facts = result.check;
  for (const auto& fact : finding_facts(model_, check)) facts += ", " + fact;
  lines_.paragraph("", facts, Tone::faint, 2);
  if (!check.risk.empty()) lines_.paragraph(labelled("finding.risk"), check.risk, Tone::plain, 2);
  const auto list = subjects_of(result);
  lines_.paragraph("", fmt::format("{} ({})", say("finding.subjects"), list.size()), Tone::plain, 2);
  subjects(check, list);
  if (const auto unread = unread_of(result); !unread.empty()) {
    lines_.paragraph("? ", counted("unread.objects", unread.size(), model_.language), Tone::warning, 2);
    subjects(check, unread);
  }
  if (!check.remediation.empty()) lines_.paragraph(labelled("finding.remedy"), check.remediation, Tone::plain, 2);
  references(check);
}

void TextReport::subjects(const CheckView& check, const SubjectList& list) {
  const auto count = std::min(first_subjects, list.size());
  for (std::size_t i = 0; i < count; ++i) {
    auto line = subject_line(model_, check, *list[i]);
    if (list[i]->waived) line += " [" + waiver_sentence(model_, *list[i]) + "]";
    lines_.paragraph("- ", line, Tone::plain, 4);
  }
  if (list.size() > count)
    lines_.paragraph("", counted("others", list.size() - count, model_.language), Tone::plain, 4);
}

void TextReport::references(const CheckView& check) {
  std::string line;
  for (const auto& [name, ids] : references_of(model_, check)) {
    std::string joined;
    for (const auto& id : *ids) joined += (joined.empty() ? "" : ", ") + id;
    line += (line.empty() ? "" : " · ") + name + say("colon") + joined;
  }
  if (!line.empty()) lines_.paragraph(labelled("finding.references"), line, Tone::faint, 2);
}

void TextReport::unknowns() {
  const auto unknown = views_of(model_, Verdict::unknown);
  const bool more_gaps = summary_.gaps > first_gaps;
  if (unknown.empty() && !more_gaps) return;
  lines_.blank();
  if (more_gaps) gaps(summary_.gaps);
  if (unknown.empty()) return;
  lines_.heading(say("unknowns"));
  for (const auto& check : unknown) {
    lines_.paragraph("? ", fmt::format("{} ({})", check.title, check.result->check), Tone::warning);
    subjects(check, subjects_of(*check.result));
  }
}

void TextReport::waivers() {
  if (model_.run.waiver_notes.empty()) return;
  lines_.blank();
  lines_.heading(say("waiver.notes"));
  for (const auto& note : model_.run.waiver_notes) lines_.paragraph("- ", note_sentence(model_, note));
}

void TextReport::lists() {
  const std::pair<Verdict, std::string_view> both[] = {{Verdict::pass, "passes"},
                                                       {Verdict::not_applicable, "not_applicables"}};
  for (const auto& [verdict, key] : both) {
    const auto checks = views_of(model_, verdict);
    if (checks.empty()) continue;
    std::string ids;
    for (const auto& check : checks) ids += (ids.empty() ? "" : ", ") + check.result->check;
    lines_.blank();
    lines_.heading(fmt::format("{} ({})", say(key), checks.size()));
    lines_.paragraph("", ids);
  }
}

void TextReport::annex() {
  lines_.blank();
  lines_.heading(say("annex"));
  for (const auto& [name, value] : annex_rows(model_)) lines_.paragraph("", name + say("colon") + value);
}

}  // namespace

void write_text(const ReportModel& model, std::ostream& out, const TextStyle& style) {
  TextReport(model, out, style).write();
}
void write_text(const ReportModel& model, std::ostream& out) { write_text(model, out, TextStyle{}); }

}  // namespace hygie::report
