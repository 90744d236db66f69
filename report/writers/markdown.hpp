// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/model.hpp"

namespace hygie::report {

/// The report in GitHub-flavoured Markdown: for a ticket, a wiki or a merge request.
void write_markdown(const ReportModel& model, std::ostream& out);

/// Text as it stands in Markdown: no character of it starts a construct, wherever it is put.
[[nodiscard]] std::string escape_markdown(std::string_view text);

}  // namespace hygie::report
