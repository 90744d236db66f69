// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/catalogue.hpp"
#include "core/language.hpp"
#include "core/run.hpp"

#include <ostream>
#include <string_view>

namespace hygie::report {

/// The version of this program, as reports print it.
[[nodiscard]] std::string_view program_version();

/// What every writer gets: the run, the catalogue that explains it, and the reader's language. A writer formats and
/// escapes; it never judges.
struct ReportModel {
  const core::Run& run;
  const core::Catalogue& catalogue;
  core::Language language = core::Language::fr;
  std::string_view tool_version = program_version();
};

}  // namespace hygie::report
