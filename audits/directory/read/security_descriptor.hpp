// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/objects.hpp"
#include "audits/directory/read/bytes.hpp"

#include <optional>

namespace hygie::directory {

/// A self-relative security descriptor (MS-DTYP 2.4.6): owner, group and DACL; the SACL is not looked at. Absent when
/// any part of it leaves the bytes or contradicts itself.
[[nodiscard]] std::optional<SecurityDescriptor> read_security_descriptor(Bytes raw, SidTable& sids);

/// The mask with generic bits replaced by what they mean on directory objects (MS-ADTS 5.1.3.2).
[[nodiscard]] std::uint32_t map_generic(std::uint32_t mask);
inline constexpr std::uint32_t generic_bits = 0xF0000000U;

}  // namespace hygie::directory
