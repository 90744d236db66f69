// SPDX-License-Identifier: EUPL-1.2
#include "cli/commands/commands.hpp"

#include "cli/program/command.hpp"
#include "cli/program/exit_status.hpp"

#include <algorithm>
#include <array>

namespace hygie::cli {

std::span<const Command> commands() {
  static const std::vector<Command> all{init_command(),    validate_command(),      audit_command(), checks_command(),
                                        explain_command(), history_command(),       diff_command(),  report_command(),
                                        feeds_command(),   remote_access_command(), doctor_command()};
  return all;
}

const Command* find_command(std::string_view name) {
  const auto all = commands();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Command& one) { return name == one.name; });
  return found == all.end() ? nullptr : &*found;
}

std::span<const char* const> planned_commands() {
  static constexpr std::array names{"backup", "exercise", "playbook", "bundle", "verify", "region", "schedule"};
  return names;
}

int fail(Console& console, const core::Error& error) {
  console.error(error);
  return exit_status(error.code);
}

int fail(Console& console, const std::vector<core::Error>& errors) {
  int worst = complete;
  for (const auto& error : errors) worst = std::max<int>(worst, exit_status(error.code));
  console.errors(errors);
  return worst;
}

}  // namespace hygie::cli
