// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/registry.hpp"
#include "cli/audit/judge.hpp"
#include "cli/commands/commands.hpp"
#include "cli/program/exit_status.hpp"
#include "cli/runs.hpp"
#include "core/calendar.hpp"
#include "core/i18n.hpp"
#include "report/unicode.hpp"

#include <algorithm>
#include <map>

namespace hygie::cli {
namespace {

using core::tr;
using Fails = std::set<std::string, std::less<>>;

/// What one run could not say must not pass for mended: checks that a run did not answer.
Fails unanswered(const core::Run& run, const Fails& checks) {
  Fails out(checks);
  for (const auto& result : run.results)
    if (std::none_of(result.subjects.begin(), result.subjects.end(),
                     [](const core::Subject& one) { return one.finding.verdict == core::Verdict::unknown; }))
      out.erase(result.check);
  return out;
}

std::string check_of(const std::string& key) { return key.substr(0, key.find('\n')); }

std::string line_of(const std::string& key) {
  return fmt::format("  {}  {}\n", check_of(key), report::clean(key.substr(key.find('\n') + 1)));
}

std::string section(const std::string& title, const Fails& keys) {
  auto out = fmt::format("{} ({})\n", title, keys.size());
  for (const auto& key : keys) out += line_of(key);
  return out + "\n";
}

Fails minus(const Fails& a, const Fails& b) {
  Fails out;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(out, out.end()));
  return out;
}

std::string level_of(const core::DomainResult& domain) {
  return domain.level.reached ? std::to_string(*domain.level.reached) : tr("unknown, at most {}", domain.level.at_most);
}

std::string levels(const core::Run& before, const core::Run& after) {
  std::map<std::string, std::pair<std::string, std::string>> all;
  for (const auto& domain : before.domains) all[domain.domain].first = level_of(domain);
  for (const auto& domain : after.domains) all[domain.domain].second = level_of(domain);
  std::string out;
  for (const auto& [domain, both] : all)
    out += tr("level of {}: {} -> {}", domain, both.first.empty() ? "-" : both.first,
              both.second.empty() ? "-" : both.second) +
           "\n";
  return out + "\n";
}

std::string compared(const core::Run& before, const core::Run& after) {
  const auto old_fails = fails_of(before), new_fails = fails_of(after);
  Fails checks, mended, lost;
  const auto gone = minus(old_fails, new_fails);
  for (const auto& key : gone) checks.insert(check_of(key));
  const auto silent = unanswered(after, checks);
  for (const auto& key : gone) (silent.contains(check_of(key)) ? lost : mended).insert(key);
  auto out = fmt::format("{} ({}) -> {} ({})\n\n", before.id, core::format_instant(before.started), after.id,
                         core::format_instant(after.started));
  out += levels(before, after) + section(tr("New"), minus(new_fails, old_fails)) + section(tr("Mended"), mended);
  if (!lost.empty()) out += section(tr("No longer known: the later run could not look everywhere"), lost);
  return out + section(tr("Still there"), minus(new_fails, minus(new_fails, old_fails)));
}

int run(Call& call) {
  const auto store = open_store(call.arguments);
  if (!store) return fail(call.console, store.error());
  const auto before = store->load(call.arguments.positional()[0]);
  if (!before) return fail(call.console, before.error());
  const auto after = store->load(call.arguments.positional()[1]);
  if (!after) return fail(call.console, after.error());
  const auto said = call.console.data(compared(*before, *after));
  return said ? complete : fail(call.console, said.error());
}

}  // namespace

Command diff_command() {
  return {.name = "diff",
          .usage = "RUN RUN [--store FILE]",
          .summary = msgid("compare two runs: what is new, mended, still there"),
          .examples = {{"hygie diff 20261101 last", msgid("a run by the beginning of its name, and the latest")}},
          .options = store_options(),
          .least = 2,
          .most = 2,
          .run = &run};
}

}  // namespace hygie::cli
