// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/replication_metadata.hpp"

#include "audits/directory/read/filetime.hpp"

namespace hygie::directory {
namespace {
constexpr std::size_t header_size = 16, entry_size = 48;
constexpr std::int64_t ticks_a_second = 10'000'000;
}  // namespace

core::OptionalInstant last_change(Bytes raw, std::uint32_t attribute, bool& malformed) {
  ByteCursor header(raw);
  const auto version = header.u32();
  header.u32();
  const auto count = header.u32();
  header.u32();
  if (!header.ok() || version != 1 || count > header.left() / entry_size) {
    malformed = true;
    return {};
  }
  for (std::size_t i = 0; i < count; ++i) {
    ByteCursor entry(raw.subspan(header_size + i * entry_size, entry_size));
    if (entry.u32() != attribute) continue;
    entry.u32();                       // version of the value
    const auto seconds = entry.u64();  // since 1601 (DSTIME)
    if (seconds > static_cast<std::uint64_t>(INT64_MAX / ticks_a_second)) return {};
    return read_filetime(static_cast<std::int64_t>(seconds) * ticks_a_second);
  }
  return {};
}

}  // namespace hygie::directory
