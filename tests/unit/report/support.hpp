// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/writers/text.hpp"
#include "report/writers/writers.hpp"
#include "tests/support/run_fixture.hpp"

#include <sstream>
#include <string>
#include <vector>

namespace hygie::test {

inline report::ReportModel model_of(const ReportFixture& made, core::Language language) {
  return {made.run, made.catalogue, language, "0.0.0"};
}

inline std::string written(std::string_view format, const ReportFixture& made,
                           core::Language language = core::Language::fr) {
  std::ostringstream out;
  report::find_format(format)->write(model_of(made, language), out);
  return out.str();
}

inline std::string written_text(const ReportFixture& made, core::Language language, report::TextStyle style) {
  std::ostringstream out;
  report::write_text(model_of(made, language), out, style);
  return out.str();
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

inline constexpr core::Language both_languages[] = {core::Language::fr, core::Language::en};

}  // namespace hygie::test
