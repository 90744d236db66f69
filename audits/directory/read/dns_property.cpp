// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/dns_property.hpp"

namespace hygie::directory {

std::optional<DnsProperty> read_dns_property(Bytes raw) {
  ByteCursor cursor(raw);
  const auto length = cursor.u32();
  cursor.u32();  // name length: not used, always written as 1
  cursor.u32();  // flag
  cursor.u32();  // version
  DnsProperty out;
  out.id = cursor.u32();
  if (!cursor.ok()) return std::nullopt;
  const auto data = cursor.take(length);
  if (!cursor.ok()) return std::nullopt;
  ByteCursor number(data);
  // The update property is documented as four bytes, and servers write one: both are met.
  if (data.size() == 4) out.number = number.u32();
  if (data.size() == 1) out.number = number.u8();
  if ((out.id == DnsProperty::zone_type || out.id == DnsProperty::allow_update) && !out.number) return std::nullopt;
  return out;
}

}  // namespace hygie::directory
