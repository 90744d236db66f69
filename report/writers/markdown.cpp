// SPDX-License-Identifier: EUPL-1.2
#include "report/writers/markdown.hpp"

#include "report/sentences.hpp"
#include "report/unicode.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <cctype>

namespace hygie::report {
namespace {

using core::Verdict;

constexpr std::size_t most_subjects = 100;  // beyond, a table helps nobody: the JSON report has them all
constexpr std::string_view always_escaped = "\\`*_{}[]()<>#|~&!$@:";

bool starts_link(std::string_view text, std::size_t dot) {
  if (dot < 3) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dot) - 3,
                     text.begin() + static_cast<std::ptrdiff_t>(dot), [](char c) { return c == 'w' || c == 'W'; });
}

/// "- ", "+ ", "= " and "1." open a block at the start of a line only.
bool opens_block(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '-' || c == '+' || c == '=') return text.find_first_not_of(" -+=", 0) >= at;
  if (c != '.') return false;
  return at > 0 && text.find_first_not_of(" 0123456789") == at;
}

class MarkdownReport {
 public:
  MarkdownReport(const ReportModel& model, std::ostream& out) : model_(model), out_(out), summary_(summarise(model)) {}

  void write() {
    opening();
    gaps();
    first();
    plan();
    findings();
    unknowns();
    waivers();
    lists();
    annex();
  }

 private:
  [[nodiscard]] std::string say(std::string_view key) const { return std::string(word(key, model_.language)); }
  [[nodiscard]] std::string label(std::string_view key) const { return "**" + say(key) + "**" + say("colon"); }
  [[nodiscard]] static std::string safe(std::string_view text) { return escape_markdown(text); }
  void section(std::string_view key) { out_ << "\n## " << say(key) << "\n\n"; }
  void header(std::initializer_list<std::string_view> keys);

  void opening();
  void level(const DomainSummary& domain);
  void gaps();
  void first();
  void plan();
  void findings();
  void finding(const CheckView& check);
  void subjects(const CheckView& check, const SubjectList& list);
  void unknowns();
  void waivers();
  void lists();
  void annex();

  const ReportModel& model_;
  std::ostream& out_;
  Summary summary_;
};

void MarkdownReport::header(std::initializer_list<std::string_view> keys) {
  for (const auto key : keys) out_ << "| " << say(key) << ' ';
  out_ << "|\n";
  for (std::size_t i = 0; i < keys.size(); ++i) out_ << "|---";
  out_ << "|\n";
}

void MarkdownReport::opening() {
  const auto id = identity(model_);
  out_ << "# " << say("report") << say("colon") << safe(model_.run.establishment.name) << "\n\n";
  if (!id.empty()) out_ << safe(id) << ". ";
  out_ << phrase("audit.of", model_.language, safe(people_time(model_.run.started, model_.language))) << ". "
       << say("restricted") << "\n";
  section("summary");
  if (!model_.run.complete) out_ << "**" << say("incomplete") << "**\n\n";
  for (const auto& domain : summary_.domains) level(domain);
  out_ << safe(counts_sentence(model_, summary_)) << ".\n";
}

void MarkdownReport::level(const DomainSummary& domain) {
  out_ << "**" << safe(domain_name(model_, domain.domain->domain));
  if (domain.has_level()) out_ << say("colon") << level_headline(model_, domain) << ", " << level_scale(model_, domain);
  out_ << "**\\\n" << level_verdict(model_, domain) << "\n\n";
  if (const auto why = level_why_unknown(model_, domain); !why.empty()) out_ << why << "\n\n";
  if (const auto accepted = accepted_level_sentence(model_, domain); !accepted.empty()) out_ << accepted << "\n\n";
  for (const auto& step : domain.steps) out_ << "- " << step_sentence(model_, step) << "\n";
  if (!domain.steps.empty()) out_ << "\n";
}

void MarkdownReport::gaps() {
  section("gaps");
  if (summary_.gaps == 0) out_ << say("gaps.none") << "\n";
  for (const auto& domain : model_.run.domains)
    for (const auto& gap : domain.gaps)
      out_ << "- **" << safe(gap.what) << "**" << say("colon") << safe(gap.why) << "\n";
}

void MarkdownReport::first() {
  section("first");
  if (summary_.actions.empty()) out_ << say("first.none") << "\n";
  const auto count = std::min<std::size_t>(5, summary_.actions.size());
  for (std::size_t i = 0; i < count; ++i) {
    const auto& action = summary_.actions[i];
    out_ << i + 1 << ". **" << safe(action.check.title) << "**\\\n   " << safe(rank_sentence(model_, action)) << ". "
         << safe(action.check.risk) << "\n";
  }
}

void MarkdownReport::plan() {
  section("plan");
  if (summary_.actions.empty()) {
    out_ << say("first.none") << "\n";
    return;
  }
  out_ << say("plan.intro") << "\n\n";
  header({"plan.order", "severity", "plan.check", "plan.objects", "plan.remedy", "plan.level"});
  std::size_t order = 0;
  for (const auto& action : summary_.actions)
    out_ << "| " << ++order << " | " << severity_word(action.check.result->severity, model_.language) << " | "
         << safe(action.check.title) << " (" << safe(action.check.result->check) << ") | " << action.subjects << " | "
         << safe(action.check.remediation) << " | " << level_change(action) << " |\n";
}

void MarkdownReport::findings() {
  const auto fails = views_of(model_, Verdict::fail);
  if (fails.empty()) return;
  section("findings");
  out_ << say("findings.intro") << "\n";
  for (const auto& action : summary_.actions) finding(action.check);
  for (const auto& check : fails)
    if (check.result->waived) finding(check);
}

void MarkdownReport::finding(const CheckView& check) {
  const auto& result = *check.result;
  out_ << "\n### " << say(result.waived ? "verdict.waived" : "verdict.fail") << say("colon") << safe(check.title)
       << "\n\n";
  std::string facts = result.check;
  for (const auto& fact : finding_facts(model_, check)) facts += ", " + fact;
  out_ << safe(facts) << ".\n";
  if (!check.risk.empty()) out_ << "\n" << label("finding.risk") << safe(check.risk) << "\n";
  subjects(check, subjects_of(result));
  if (const auto unread = unread_of(result); !unread.empty()) {
    out_ << "\n" << counted("unread.objects", unread.size(), model_.language) << ".\n";
    subjects(check, unread);
  }
  if (!check.remediation.empty()) out_ << "\n" << label("finding.remedy") << safe(check.remediation) << "\n";
  const auto lists = references_of(model_, check);
  if (lists.empty()) return;
  out_ << "\n" << label("finding.references");
  for (std::size_t i = 0; i < lists.size(); ++i) {
    out_ << (i == 0 ? "" : " · ") << safe(lists[i].first);
    for (const auto& id : *lists[i].second) out_ << ' ' << safe(id);
  }
  out_ << "\n";
}

void MarkdownReport::subjects(const CheckView& check, const SubjectList& list) {
  if (list.empty()) return;
  out_ << "\n";
  header({"finding.object", "finding.message", "finding.state"});
  const auto count = std::min(most_subjects, list.size());
  for (std::size_t i = 0; i < count; ++i) {
    const auto& subject = *list[i];
    const auto state = subject.waived ? waiver_sentence(model_, subject)
                                      : say(fmt::format("verdict.{}", core::to_string(subject.finding.verdict)));
    out_ << "| " << safe(name_of(subject)) << " | " << safe(message_of(model_, check, subject)) << " | " << safe(state)
         << " |\n";
  }
  if (list.size() > count) out_ << "\n" << phrase("others.json", model_.language, count, list.size()) << "\n";
}

void MarkdownReport::unknowns() {
  const auto unknown = views_of(model_, Verdict::unknown);
  if (unknown.empty()) return;
  section("unknowns");
  out_ << counted("gaps.unknown", unknown.size(), model_.language) << "\n";
  for (const auto& check : unknown) {
    out_ << "\n### " << say("verdict.unknown") << say("colon") << safe(check.title) << "\n\n"
         << safe(check.result->check) << "\n";
    subjects(check, subjects_of(*check.result));
  }
}

void MarkdownReport::waivers() {
  if (model_.run.waiver_notes.empty()) return;
  section("waiver.notes");
  for (const auto& note : model_.run.waiver_notes) out_ << "- " << safe(note_sentence(model_, note)) << "\n";
}

void MarkdownReport::lists() {
  const std::pair<Verdict, std::string_view> both[] = {{Verdict::pass, "passes"},
                                                       {Verdict::not_applicable, "not_applicables"}};
  for (const auto& [verdict, key] : both) {
    const auto checks = views_of(model_, verdict);
    if (checks.empty()) continue;
    section(key);
    for (const auto& check : checks)
      out_ << "- " << safe(check.result->check) << say("colon") << safe(check.title) << "\n";
  }
}

void MarkdownReport::annex() {
  section("annex");
  header({"name", "value"});
  for (const auto& row : annex_rows(model_)) out_ << "| " << safe(row.first) << " | " << safe(row.second) << " |\n";
}

}  // namespace

std::string escape_markdown(std::string_view raw) {
  const auto text = clean(raw);
  std::string out;
  for (std::size_t at = text.find_first_not_of(' '); at < text.size(); ++at) {
    const char c = text[at];
    if (always_escaped.find(c) != std::string_view::npos || opens_block(text, at) ||
        (c == '.' && starts_link(text, at)))
      out += '\\';
    out += c;
  }
  return out;
}

void write_markdown(const ReportModel& model, std::ostream& out) { MarkdownReport(model, out).write(); }

}  // namespace hygie::report
