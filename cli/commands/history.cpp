// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands/commands.hpp"
#include "cli/program/exit_status.hpp"
#include "cli/runs.hpp"
#include "core/calendar.hpp"
#include "core/i18n.hpp"

namespace hygie::cli {
namespace {

using core::tr;

std::string line_of(const core::StoredRun& run) {
  const auto level =
      run.level_at_most == 0 ? std::string("-") : fmt::format("{}{}", run.level_known ? "" : "<=", run.level_at_most);
  return fmt::format("{:<22} {:<20} {:<12} {:>5} {:>6} {:>8}  {}\n", run.id, core::format_instant(run.started),
                     run.domains, level, run.fails, run.unknowns, run.complete ? tr("complete") : tr("incomplete"));
}

int run(Call& call) {
  const auto store = open_store(call.arguments);
  if (!store) return fail(call.console, store.error());
  const auto runs = store->list();
  if (!runs) return fail(call.console, runs.error());
  auto text = fmt::format("{:<22} {:<20} {:<12} {:>5} {:>6} {:>8}\n", tr("run"), tr("started"), tr("domains"),
                          tr("level"), tr("fails"), tr("unknown"));
  for (const auto& one : *runs) text += line_of(one);
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
