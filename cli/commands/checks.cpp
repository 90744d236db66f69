// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/request.hpp"
#include "cli/commands/commands.hpp"
#include "cli/coverage.hpp"
#include "cli/domains.hpp"
#include "cli/program/exit_status.hpp"
#include "core/i18n.hpp"

#include <nlohmann/json.hpp>

namespace hygie::cli {
namespace {

using core::tr;
using nlohmann::json;

std::string as_json(const core::Catalogue& catalogue) {
  json checks = json::array();
  for (const auto& [id, info] : catalogue.checks())
    checks.push_back({{"id", id},
                      {"domain", info.domain},
                      {"theme", info.theme},
                      {"severity", core::to_string(info.severity)},
                      {"level", info.level},
                      {"title", {{"fr", info.title.fr}, {"en", info.title.en}}},
                      {"references", json(info.references)}});
  return json{{"schema", "hygie/checks/1"}, {"checks", std::move(checks)}}.dump(2) + "\n";
}

std::string severity_word(core::Severity severity) {
  switch (severity) {
    case core::Severity::critical: return tr("critical");
    case core::Severity::high: return tr("high");
    case core::Severity::medium: return tr("medium");
    case core::Severity::low: break;
  }
  return tr("low");
}

std::string as_text(const core::Catalogue& catalogue, core::Language language) {
  std::string out, theme;
  for (const auto id : check_order()) {
    const auto* info = catalogue.find(id);
    if (info == nullptr) continue;
    if (const auto place = info->domain + " / " + info->theme; place != theme) {
      theme = place;
      out += fmt::format("{}{}\n", out.empty() ? "" : "\n", theme);
    }
    out += fmt::format("  {:<34} {:<9} {}\n", info->id, severity_word(info->severity), info->title.in(language));
  }
  return out + "\n" + tr("{} checks; hygie explain CHECK says more", catalogue.checks().size()) + "\n";
}

int run(Call& call) {
  std::string domain;
  if (!call.arguments.positional().empty()) {
    domain = call.arguments.positional().front();
    if (auto good = check_domain(domain); !good) return fail(call.console, good.error());
    if (!is_built(domain))
      return fail(call.console,
                  {core::ErrorCode::unsupported, tr("the checks of \"{}\" are not built yet", domain), {}, {}});
  }
  const auto catalogue = checks_of(domain);
  if (!catalogue) return fail(call.console, catalogue.error());
  const bool machine = call.arguments.value("format", "text") == "json";
  std::string text;
  if (call.arguments.has("coverage")) {
    const auto coverage = coverage_of(*catalogue);
    if (!coverage) return fail(call.console, coverage.error());
    text = machine ? coverage_json(*coverage) : coverage_text(*coverage, call.language);
  } else {
    text = machine ? as_json(*catalogue) : as_text(*catalogue, call.language);
  }
  const auto said = call.console.data(text);
  return said ? complete : fail(call.console, said.error());
}

}  // namespace

Command checks_command() {
  return {
      .name = "checks",
      .usage = "[DOMAIN] [--coverage] [--format text|json]",
      .summary = msgid("list the checks, or what they cover of the public lists"),
      .examples = {{"hygie checks directory", msgid("every check of the directory, by theme")},
                   {"hygie checks directory --coverage",
                    msgid("which ANSSI control points and PingCastle rules are decided")}},
      .options = {{.name = "coverage",
                   .summary =
                       msgid("what is decided of ANSSI's control points and PingCastle's rules, and what is not")},
                  {.name = "format", .value = "FORMAT", .summary = msgid("text or json"), .choices = {"text", "json"}}},
      .most = 1,
      .run = &run};
}

}  // namespace hygie::cli
