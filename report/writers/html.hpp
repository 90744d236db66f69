// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/model.hpp"

namespace hygie::report {

/// One file that needs nothing else: no network, no script to be read, prints on A4. The script it carries only sorts
/// and filters tables.
void write_html(const ReportModel& model, std::ostream& out);

}  // namespace hygie::report
