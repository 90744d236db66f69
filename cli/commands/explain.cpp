// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands/commands.hpp"
#include "cli/domains.hpp"
#include "cli/program/exit_status.hpp"
#include "cli/topics.hpp"
#include "core/i18n.hpp"
#include "core/suggest.hpp"
#include "report/unicode.hpp"

#include <algorithm>

namespace hygie::cli {
namespace {

using core::tr;

std::string paragraph(const std::string& heading, const std::string& text, int width) {
  std::string out = heading + "\n";
  for (const auto& line : report::wrap(report::clean(text), width - 2)) out += "  " + line + "\n";
  return out + "\n";
}

std::string param_text(const core::ParamInfo& param) {
  if (const auto* number = std::get_if<std::int64_t>(&param.fallback)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&param.fallback)) return *text;
  std::string out;
  for (const auto& one : std::get<std::vector<std::string>>(param.fallback)) out += (out.empty() ? "" : ", ") + one;
  return out.empty() ? "[]" : out;
}

std::string needs_text(const std::string& id) {
  std::string out;
  for (const auto part : needs_of(id)) out += (out.empty() ? "" : ", ") + std::string(part);
  return out;
}

std::string thresholds(const core::CheckInfo& info) {
  if (info.params.empty()) return {};
  auto out = tr("Thresholds (thresholds: in the declaration)") + "\n";
  for (const auto& [name, param] : info.params) {
    out += fmt::format("  {}: {}", name, param_text(param));
    if (param.minimum) out += ", " + tr("at least {}", *param.minimum);
    if (param.maximum) out += ", " + tr("at most {}", *param.maximum);
    out += "\n";
  }
  return out + "\n";
}

std::string references(const core::CheckInfo& info) {
  auto out = tr("References") + "\n";
  for (const auto& [kind, ids] : info.references) {
    out += fmt::format("  {}:", kind);
    for (const auto& id : ids) out += " " + id;
    out += "\n";
  }
  return out;
}

std::string explained(const core::CheckInfo& info, core::Language language, int width) {
  auto out = fmt::format("{}  {}\n\n", info.id, report::clean(info.title.in(language)));
  out += tr("Severity: {}. A failure holds the domain at level {} of 5. Evidence: {}.", core::to_string(info.severity),
            info.level, core::to_string(info.evidence_kind)) +
         "\n\n";
  out += paragraph(tr("Risk"), info.risk.in(language), width);
  out += paragraph(tr("How to mend it"), info.remediation.in(language), width);
  if (const auto needs = needs_text(info.id); !needs.empty())
    out += paragraph(tr("Reads (without it the answer is \"unknown\")"), needs, width);
  return out + thresholds(info) + references(info);
}

int run(Call& call) {
  const auto catalogue = all_checks();
  if (!catalogue) return fail(call.console, catalogue.error());
  auto id = call.arguments.positional().front();
  if (const auto* topic = find_topic(id)) {
    const auto said = call.console.data(topic->text.in(call.language));
    return said ? complete : fail(call.console, said.error());
  }
  std::transform(id.begin(), id.end(), id.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  const auto* info = catalogue->find(id);
  if (info == nullptr) {
    std::vector<std::string> known;
    for (const auto& [name, check] : catalogue->checks()) known.push_back(name);
    for (const auto& topic : topics()) known.emplace_back(topic.name);
    return fail(call.console, {core::ErrorCode::usage,
                               tr("unknown check \"{}\"", id) + core::did_you_mean(id, known),
                               {},
                               tr("hygie checks lists them all")});
  }
  const auto said = call.console.data(explained(*info, call.language, call.console.width()));
  return said ? complete : fail(call.console, said.error());
}

}  // namespace

Command explain_command() {
  return {
      .name = "explain",
      .usage = "CHECK | ldif",
      .summary = msgid("what a check looks at, why it matters, how to mend it"),
      .examples = {{"hygie explain DIR-KRBTGT-AGE", msgid("one check")},
                   {"hygie explain ldif", msgid("how to export a directory to LDIF, for an audit without network")}},
      .options = {},
      .least = 1,
      .most = 1,
      .run = &run};
}

}  // namespace hygie::cli
