// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/key_credential.hpp"

#include "audits/directory/read/bytes.hpp"
#include "audits/directory/read/dn_values.hpp"
#include "audits/directory/read/filetime.hpp"

#include <charconv>

namespace hygie::directory {
namespace {

constexpr std::uint32_t blob_version = 0x200;
constexpr std::uint8_t entry_usage = 4, entry_source = 5, entry_device = 6, entry_created = 9;

bool decode_hex(std::string_view hex, std::vector<std::uint8_t>& out) {
  out.reserve(hex.size() / 2);
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    std::uint8_t byte = 0;
    const char* at = hex.data() + i;
    const auto [end, error] = std::from_chars(at, at + 2, byte, 16);
    if (error != std::errc{} || end != at + 2) return false;
    out.push_back(byte);
  }
  return true;
}

bool read_entry(std::uint8_t kind, Bytes value, KeyCredential& key) {
  ByteCursor cursor(value);
  switch (kind) {
    case entry_usage: key.usage = cursor.u8(); break;
    case entry_source: key.source = cursor.u8(); break;
    case entry_device:
      if (const auto device = Guid::from_bytes(value))
        key.device = *device;
      else
        return false;
      break;
    case entry_created: key.created = read_filetime(static_cast<std::int64_t>(cursor.u64())); break;
    default: break;
  }
  return cursor.ok();
}

bool read_blob(Bytes raw, KeyCredential& key) {
  ByteCursor cursor(raw);
  if (cursor.u32() != blob_version) return false;
  while (cursor.ok() && cursor.left() > 0) {
    const auto length = cursor.u16();
    const auto kind = cursor.u8();
    const auto value = cursor.take(length);
    if (cursor.ok() && !read_entry(kind, value, key)) return false;
  }
  return cursor.ok();
}

}  // namespace

KeyCredential read_key_credential(std::string_view value) {
  KeyCredential key;
  std::vector<std::uint8_t> blob;
  const auto parts = read_dn_binary(value);
  key.malformed = !parts || !decode_hex(parts->hex, blob) || !read_blob(blob, key);
  return key;
}

}  // namespace hygie::directory
