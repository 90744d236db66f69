// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/read/bytes.hpp"

#include <optional>

namespace hygie::directory {

/// One value of dNSProperty (MS-DNSP 2.3.2.1): its id, and its data where it is a number.
struct DnsProperty {
  static constexpr std::uint32_t zone_type = 0x01, allow_update = 0x02;
  std::uint32_t id = 0;
  std::optional<std::uint32_t> number = {};
};
/// Absent when the length leaves the bytes, or when a zone type or update property is no number.
[[nodiscard]] std::optional<DnsProperty> read_dns_property(Bytes raw);

}  // namespace hygie::directory
