// SPDX-License-Identifier: EUPL-1.2
#include "cli/program/program.hpp"

#include "cli/program/command.hpp"
#include "cli/program/exit_status.hpp"
#include "core/i18n.hpp"
#include "core/log.hpp"
#include "core/suggest.hpp"
#include "report/model.hpp"

#include <algorithm>

namespace hygie::cli {
namespace {

using core::ErrorCode;
using core::tr;

/// The language must be known before the first complaint about the rest of the line.
core::Language language_of(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool split = words[i] == "--lang" && i + 1 < words.size();
    const auto value = split ? words[i + 1] : words[i].starts_with("--lang=") ? words[i].substr(7) : std::string{};
    if (value == "fr") return core::Language::fr;
    if (value == "en") return core::Language::en;
  }
  return core::language_of_environment();
}

void apply_common(const Arguments& arguments, Console& console) {
  const auto colour = arguments.value("color", "auto");
  console.set_colour(colour == "always"  ? ColourChoice::always
                     : colour == "never" ? ColourChoice::never
                                         : ColourChoice::automatic);
  console.set_quiet(arguments.has("quiet"));
  core::set_log_level(core::parse_log_level(arguments.value("log-level", "error")));
}

int say(Console& console, const std::string& text) {
  const auto said = console.data(text);
  return said ? complete : fail(console, said.error());
}

int unknown_command(Console& console, const std::string& name) {
  const auto planned = planned_commands();
  if (std::find(planned.begin(), planned.end(), name) != planned.end())
    return fail(console, {ErrorCode::unsupported,
                          tr("the command \"{}\" is not built yet", name),
                          {},
                          tr("hygie --help lists what is")});
  std::vector<std::string> names(planned.begin(), planned.end());
  for (const auto& command : commands()) names.emplace_back(command.name);
  return fail(console, {ErrorCode::usage,
                        tr("unknown command \"{}\"", name) + core::did_you_mean(name, names),
                        {},
                        tr("hygie --help lists them")});
}

int run_command(const Command& command, const std::vector<std::string>& words, Console& console) {
  std::vector<Option> options(command.options);
  const auto common = common_options();
  options.insert(options.end(), common.begin(), common.end());
  const auto arguments = parse_arguments(words, options);
  if (!arguments) return fail(console, arguments.error());
  if (arguments->has("help")) return say(console, command_help(command));
  apply_common(*arguments, console);
  const auto count = arguments->positional().size();
  if (count < command.least || count > command.most)
    return fail(console,
                {ErrorCode::usage,
                 count < command.least ? tr("something is missing after {}", command.name)
                                       : tr("\"{}\" is one word too many", arguments->positional()[command.most]),
                 {},
                 tr("Usage: hygie {} {}", command.name, command.usage)});
  Call call{console, *arguments, core::language()};
  return command.run(call);
}

}  // namespace

int run_program(const std::vector<std::string>& words) {
  core::set_language(language_of(words));
  Console console;
  if (words.empty()) {
    (void)fail(console, {ErrorCode::usage, tr("a command is needed"), {}, tr("hygie --help lists them")});
    return bad_request;
  }
  const auto& first = words.front();
  if (first == "--version" || first == "-V") return say(console, fmt::format("hygie {}\n", report::program_version()));
  if (first == "--help" || first == "-h") return say(console, program_help());
  if (first == "help") {
    const Command* topic = words.size() > 1 ? find_command(words[1]) : nullptr;
    if (words.size() > 1 && topic == nullptr) return unknown_command(console, words[1]);
    return say(console, topic == nullptr ? program_help() : command_help(*topic));
  }
  if (first.starts_with("--lang")) {  // the one option that makes sense in front of the command
    const std::size_t taken = first == "--lang" ? 2 : 1;
    if (words.size() > taken) {
      std::vector<std::string> rest(words.begin() + static_cast<std::ptrdiff_t>(taken), words.end());
      rest.insert(rest.end(), words.begin(), words.begin() + static_cast<std::ptrdiff_t>(taken));
      if (!rest.front().starts_with("--lang")) return run_program(rest);
    }
  }
  const Command* command = find_command(first);
  if (command == nullptr) return unknown_command(console, first);
  return run_command(*command, {words.begin() + 1, words.end()}, console);
}

}  // namespace hygie::cli
