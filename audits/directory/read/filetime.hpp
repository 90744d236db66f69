// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/time.hpp"

#include <cstdint>
#include <string_view>

namespace hygie::directory {

/// 100-nanosecond steps since 1601-01-01 (MS-DTYP 2.3.3). 0, negative, 0x7fff... ("never") and what lies after the year
/// 9999 are absent.
[[nodiscard]] core::OptionalInstant read_filetime(std::int64_t ticks);
/// "20260101000000.0Z" (RFC 4517 3.3.13 as Active Directory writes it; the offset may be +hhmm); absent when malformed
/// or no date.
[[nodiscard]] core::OptionalInstant read_generalised_time(std::string_view text);

}  // namespace hygie::directory
