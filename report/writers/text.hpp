// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/model.hpp"

namespace hygie::report {

struct TextStyle {
  int width = 80;
  bool colour = false;
};

/// The report for a terminal: a screenful that says the essential, then the detail. No line is wider than the style's
/// width.
void write_text(const ReportModel& model, std::ostream& out, const TextStyle& style);
void write_text(const ReportModel& model, std::ostream& out);

}  // namespace hygie::report
