// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace hygie::core {

enum class LogLevel { error, warn, info, debug };

void set_log_level(LogLevel level);
/// `error` when the word is not a level.
[[nodiscard]] LogLevel parse_log_level(std::string_view word);

using LogField = std::pair<std::string_view, std::string>;
/// One line on standard error, as journals and log collectors read it: time, level, event and key="value" pairs, values
/// quoted and without control characters. In English for machines; what people must know goes through the console.
/// Never a secret, never a person's name.
void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});

}  // namespace hygie::core
