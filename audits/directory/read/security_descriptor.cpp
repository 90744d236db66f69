// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/security_descriptor.hpp"

namespace hygie::directory {
namespace {

constexpr std::uint16_t dacl_present = 0x0004, self_relative = 0x8000;
constexpr std::size_t header_size = 20, acl_header_size = 8, ace_header_size = 4;

std::optional<SidRef> sid_at(Bytes raw, std::uint32_t offset, SidTable& sids) {
  if (offset == 0) return SidRef::none;
  if (offset < header_size || offset >= raw.size()) return std::nullopt;
  const auto sid = Sid::from_bytes(raw.subspan(offset));
  if (!sid) return std::nullopt;
  return sids.intern(*sid);
}

// Numbers of MS-DTYP 2.4.4.1. A callback entry carries a condition after its SID. Its condition is not evaluated: a
// conditional grant is taken as a grant, because it may hold and an audit must not miss it; a conditional denial is
// set aside (`other`), because it may not hold and must not hide a grant.
Ace::Type type_of(std::uint8_t number) {
  switch (number) {
    case 0:
    case 5:
    case 9:
    case 11: return Ace::Type::allow;
    case 1:
    case 6: return Ace::Type::deny;
    default: return Ace::Type::other;
  }
}
bool has_mask_and_sid(std::uint8_t number) { return number <= 2 || (number >= 5 && number <= 12); }
bool is_object_type(std::uint8_t number) { return (number >= 5 && number <= 8) || number == 11 || number == 12; }

std::optional<Guid> take_guid(ByteCursor& cursor, bool present) {
  return present ? Guid::from_bytes(cursor.take(16)) : Guid{};
}

std::optional<Ace> read_ace(std::uint8_t number, std::uint8_t flags, Bytes body, SidTable& sids) {
  Ace ace;
  ace.type = type_of(number);
  ace.flags = flags;
  ByteCursor cursor(body);
  const auto mask = cursor.u32();
  ace.mask = map_generic(mask);
  ace.generic_bits = (mask & generic_bits) != 0;
  if (is_object_type(number)) {
    const auto present = cursor.u32();
    const auto object = take_guid(cursor, (present & 1U) != 0);
    const auto inherited = take_guid(cursor, (present & 2U) != 0);
    if (!object || !inherited) return std::nullopt;
    ace.object = *object;
    ace.inherited = *inherited;
  }
  const auto sid = Sid::from_bytes(cursor.rest());
  if (!cursor.ok() || !sid) return std::nullopt;
  ace.trustee = sids.intern(*sid);
  return ace;
}

bool read_acl(Bytes raw, SidTable& sids, std::vector<Ace>& aces) {
  ByteCursor header(raw);
  const auto revision = header.u8();
  header.u8();
  const auto size = header.u16();
  const auto count = header.u16();
  header.u16();
  if (!header.ok() || (revision != 2 && revision != 4) || size < acl_header_size || size > raw.size()) return false;
  ByteCursor cursor(raw.subspan(acl_header_size, size - acl_header_size));
  if (std::size_t{count} * ace_header_size > cursor.left()) return false;
  aces.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    const auto number = cursor.u8();
    const auto flags = cursor.u8();
    const auto ace_size = cursor.u16();
    if (!cursor.ok() || ace_size < ace_header_size) return false;
    const auto body = cursor.take(ace_size - ace_header_size);
    if (!cursor.ok()) return false;
    if (!has_mask_and_sid(number) || number == 2 || number == 7 || number == 8) continue;  // audit entries: no right
    const auto ace = read_ace(number, flags, body, sids);
    if (!ace) return false;
    aces.push_back(*ace);
  }
  return true;
}

}  // namespace

std::uint32_t map_generic(std::uint32_t mask) {
  std::uint32_t mapped = mask & ~generic_bits;
  if ((mask & 0x10000000U) != 0) mapped |= 0xF01FFU;
  if ((mask & 0x80000000U) != 0) mapped |= 0x20094U;
  if ((mask & 0x40000000U) != 0) mapped |= 0x20028U;
  if ((mask & 0x20000000U) != 0) mapped |= 0x20004U;
  return mapped;
}

std::optional<SecurityDescriptor> read_security_descriptor(Bytes raw, SidTable& sids) {
  ByteCursor cursor(raw);
  const auto revision = cursor.u8();
  cursor.u8();
  SecurityDescriptor out;
  out.control = cursor.u16();
  const auto owner_at = cursor.u32();
  const auto group_at = cursor.u32();
  cursor.u32();  // SACL
  const auto dacl_at = cursor.u32();
  if (!cursor.ok() || revision != 1 || (out.control & self_relative) == 0) return std::nullopt;
  const auto owner = sid_at(raw, owner_at, sids);
  const auto group = sid_at(raw, group_at, sids);
  if (!owner || !group) return std::nullopt;
  out.owner = *owner;
  out.group = *group;
  if ((out.control & dacl_present) == 0 || dacl_at == 0) {
    out.null_dacl = true;
    return out;
  }
  if (dacl_at < header_size || dacl_at >= raw.size()) return std::nullopt;
  if (!read_acl(raw.subspan(dacl_at), sids, out.aces)) return std::nullopt;
  return out;
}

}  // namespace hygie::directory
