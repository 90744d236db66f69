// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/outputs.hpp"
#include "cli/commands/commands.hpp"
#include "cli/domains.hpp"
#include "cli/program/exit_status.hpp"
#include "cli/runs.hpp"

#include <algorithm>

namespace hygie::cli {
namespace {

int run(Call& call) {
  auto outputs = parse_outputs(call.arguments);
  if (!outputs) return fail(call.console, outputs.error());
  if (outputs->empty()) outputs->push_back({report::find_format("text"), "-"});
  if (auto good = check_outputs(*outputs); !good) return fail(call.console, good.error());
  const auto catalogue = all_checks();
  if (!catalogue) return fail(call.console, catalogue.error());
  const auto store = open_store(call.arguments);
  if (!store) return fail(call.console, store.error());
  const auto kept = store->load(call.arguments.positional().front());
  if (!kept) return fail(call.console, kept.error());
  return fail(call.console, write_outputs(*outputs, *kept, *catalogue, call.language, call.console));
}

}  // namespace

Command report_command() {
  auto options = store_options();
  options.push_back({.name = "output",
                     .letter = 'o',
                     .value = "FORMAT=PATH",
                     .summary = msgid("write a report; - is standard output"),
                     .repeatable = true});
  options.push_back({.name = "format",
                     .value = "FORMAT",
                     .summary = msgid("what standard output gets (default: text)"),
                     .choices = format_names()});
  return {.name = "report",
          .usage = "RUN [-o FORMAT=PATH]... [--lang fr|en]",
          .summary = msgid("write the report of a kept run again, in any format or language"),
          .examples = {{"hygie report last -o html=report.en.html --lang en", msgid("the latest run, in English")}},
          .options = std::move(options),
          .least = 1,
          .most = 1,
          .run = &run};
}

}  // namespace hygie::cli
