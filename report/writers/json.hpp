// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/model.hpp"

namespace hygie::report {

/// The report as programs read it: core/schema/report.schema.json, keys in the contract's order. Same run, same bytes.
void write_json(const ReportModel& model, std::ostream& out);

}  // namespace hygie::report
