// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/unfinished.hpp"
#include "cli/commands/commands.hpp"
#include "cli/program/exit_status.hpp"
#include "cli/runs.hpp"
#include "core/calendar.hpp"
#include "core/i18n.hpp"

#include <algorithm>

namespace hygie::cli {
namespace {

using core::tr;

std::string line_of(const core::StoredRun& run, bool stopped) {
  const auto level =
      run.level_at_most == 0 ? std::string("-") : fmt::format("{}{}", run.level_known ? "" : "<=", run.level_at_most);
  const auto state = run.complete ? tr("complete") : stopped ? tr("stopped; --resume goes on") : tr("incomplete");
  return fmt::format("{:<22} {:<20} {:<12} {:>5} {:>6} {:>8}  {}\n", run.id, core::format_instant(run.started),
                     run.domains, level, run.fails, run.unknowns, state);
}

/// It never got to the store: it was killed, its machine stopped, or it still runs.
std::string line_of(const UnfinishedRuns::Entry& run) {
  return fmt::format("{:<22} {:<20} {:<12} {:>5} {:>6} {:>8}  {}\n", run.id, core::format_instant(run.written),
                     "exposure", "-", "-", "-", tr("not ended; --resume goes on"));
}

int run(Call& call) {
  const auto store = open_store(call.arguments);
  if (!store) return fail(call.console, store.error());
  const auto runs = store->list();
  if (!runs) return fail(call.console, runs.error());
  auto text = fmt::format("{:<22} {:<20} {:<12} {:>5} {:>6} {:>8}\n", tr("run"), tr("started"), tr("domains"),
                          tr("level"), tr("fails"), tr("unknown"));
  const auto unfinished = UnfinishedRuns(store->path()).list();
  const auto is_stored = [&](const UnfinishedRuns::Entry& one) {
    return std::any_of(runs->begin(), runs->end(), [&](const core::StoredRun& run) { return run.id == one.id; });
  };
  for (const auto& one : unfinished)
    if (!is_stored(one)) text += line_of(one);
  for (const auto& one : *runs)
    text += line_of(
        one, std::any_of(unfinished.begin(), unfinished.end(), [&](const auto& other) { return other.id == one.id; }));
  const auto said = call.console.data(text);
  return said ? complete : fail(call.console, said.error());
}

}  // namespace

Command history_command() {
  return {.name = "history",
          .usage = "[--store FILE]",
          .summary = msgid("list the runs that the store keeps, the latest first"),
          .examples = {{"hygie history", msgid("the runs of ./hospital.yaml's store")}},
          .options = store_options(),
          .run = &run};
}

}  // namespace hygie::cli
