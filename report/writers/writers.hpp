// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/model.hpp"

#include <span>
#include <string_view>

namespace hygie::report {

using Writer = void (*)(const ReportModel& model, std::ostream& out);

/// A format as `-o FORMAT=PATH` names it.
struct Format {
  std::string_view name;
  std::string_view extension;
  Writer write;
};

/// Every format, in the order that help prints them.
[[nodiscard]] std::span<const Format> formats();
/// Null when there is no format of that name.
[[nodiscard]] const Format* find_format(std::string_view name);

}  // namespace hygie::report
