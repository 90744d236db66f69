// SPDX-License-Identifier: EUPL-1.2
#include "cli/program/command.hpp"
#include "core/i18n.hpp"

#include <algorithm>

namespace hygie::cli {
namespace {

using core::tr;

/// Two columns; a left one that is too long pushes the right one to the next line.
std::string row(const std::string& left, const std::string& right, std::size_t column) {
  std::string line = "  " + left;
  if (line.size() + 2 > column) {
    line += "\n" + std::string(column, ' ');
  } else {
    line.append(column - line.size(), ' ');
  }
  return line + right + "\n";
}

std::string examples(const std::vector<Example>& all) {
  std::string out = tr("Examples:") + "\n";
  for (const auto& one : all) out += fmt::format("  $ {}\n      {}\n", one.line, tr(one.explanation));
  return out;
}

std::string option_row(const Option& option) {
  auto left = option.letter == '\0' ? std::string("    ") : fmt::format("-{}, ", option.letter);
  left += fmt::format("--{}", option.name);
  if (option.value != nullptr) left += fmt::format(" {}", option.value);
  return row(left, tr(option.summary), 30);
}

}  // namespace

std::string program_help() {
  auto out = examples(
      {{"hygie init", msgid("asks eight questions and writes hospital.yaml")},
       {"hygie audit directory -o html=report.html", msgid("reads the directory, judges it, writes the report")},
       {"hygie explain DIR-KRBTGT-AGE", msgid("what a check looks at, why, and how to mend it")}});
  out += "\n" + tr("Usage: hygie COMMAND [OPTION...]") + "\n\n" + tr("Commands:") + "\n";
  for (const auto& command : commands()) out += row(command.name, tr(command.summary), 16);
  out += "\n" + tr("hygie COMMAND --help says more; hygie --version says which version this is.") + "\n";
  out += tr("Exit status: 0 complete, nothing found at the threshold; 1 findings; 2 wrong request, nothing was sent;") +
         "\n";
  out += tr("3 incomplete; 4 integrity; 70 a bug of ours.") + "\n";
  return out;
}

std::string command_help(const Command& command) {
  auto out = examples(command.examples);
  out += fmt::format("\n{}\n\n{}\n\n", tr("Usage: hygie {} {}", command.name, command.usage), tr(command.summary));
  out += tr("Options:") + "\n";
  for (const auto& option : command.options) out += option_row(option);
  for (const auto& option : common_options()) out += option_row(option);
  return out;
}

}  // namespace hygie::cli
