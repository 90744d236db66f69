// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/read/bytes.hpp"
#include "core/time.hpp"

namespace hygie::directory {

namespace attribute_id {
inline constexpr std::uint32_t unicode_pwd = 0x9005A, dsa_signature = 0x2004A;
}

/// replPropertyMetaData (PROPERTY_META_DATA_VECTOR, version 1; MS-ADTS 3.1.1.3.2.1 and MS-DRSR 5.166): when the
/// attribute last changed, on the server where it changed. `malformed` is set when the value cannot be read.
[[nodiscard]] core::OptionalInstant last_change(Bytes raw, std::uint32_t attribute, bool& malformed);

}  // namespace hygie::directory
