// SPDX-License-Identifier: EUPL-1.2
#include "cli/program/exit_status.hpp"
#include "cli/program/program.hpp"
#include "cli/program/signals.hpp"
#include "core/i18n.hpp"
#include "report/model.hpp"
#include "report/unicode.hpp"

#include <fmt/format.h>
#include <exception>

namespace {

int our_bug(const char* what) {
  using hygie::core::tr;
  const auto version = hygie::report::program_version();
  fmt::print(
      stderr, "hygie: {}\n  {}\n", tr("this is a bug in hygie: {}", hygie::report::clean(what)),
      tr("please report it with this message, the command and the version ({}); without any data of your hospital",
         version));
  return hygie::cli::bug;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    hygie::cli::harden_process();
    hygie::cli::install_signals();
    return hygie::cli::run_program({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    return our_bug(error.what());
  }
}
