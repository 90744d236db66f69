// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/program/console.hpp"
#include "cli/program/options.hpp"
#include "core/language.hpp"

#include <span>
#include <string>
#include <vector>

namespace hygie::cli {

struct Example {
  const char* line;
  const char* explanation;  // msgid
};

/// What a command gets: where to speak, what was asked, in which language.
struct Call {
  Console& console;
  const Arguments& arguments;
  core::Language language;
};

/// One command: a file of cli/commands, a line of the table in cli/program/commands.cpp.
struct Command {
  const char* name;
  const char* usage;    // what follows the name
  const char* summary;  // msgid
  std::vector<Example> examples;
  std::vector<Option> options;
  std::size_t least = 0;  // positional arguments
  std::size_t most = 0;
  int (*run)(Call& call) = nullptr;
};

/// Every command that is built, in the order of the help.
[[nodiscard]] std::span<const Command> commands();
[[nodiscard]] const Command* find_command(std::string_view name);
/// Commands of the contract whose turn has not come: known, so that asking for them is answered honestly.
[[nodiscard]] std::span<const char* const> planned_commands();

[[nodiscard]] std::string program_help();
[[nodiscard]] std::string command_help(const Command& command);

/// Says what is wrong and returns the exit status that goes with it.
int fail(Console& console, const core::Error& error);
int fail(Console& console, const std::vector<core::Error>& errors);

}  // namespace hygie::cli
