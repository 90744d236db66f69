// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/read/entry.hpp"

#include <ldap.h>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace hygie::directory {

/// Walks search entries in place: names and values point into the message, nothing is copied, buffers serve again.
class EntryDecoder {
 public:
  /// Nothing when the message is malformed. Valid until the next call, and while the message lives.
  std::optional<RawEntry> decode(LDAP* handle, LDAPMessage* message);

 private:
  bool read_attributes(LDAP* handle, LDAPMessage* message, BerElement* position);

  std::vector<std::string_view> values_;
  std::vector<RawAttribute> attributes_;
  std::vector<std::size_t> counts_;
};

/// "member;range=0-1499": a part of a long attribute. Without `last` it is the end of it ("1500-*").
struct ValueRange {
  std::string_view attribute;
  std::size_t first = 0;
  std::optional<std::size_t> last;
};
[[nodiscard]] std::optional<ValueRange> parse_range(std::string_view name);

[[nodiscard]] const RawAttribute* find_attribute(const RawEntry& entry, std::string_view name);
/// The first value, or nothing.
[[nodiscard]] std::string_view first_value(const RawEntry& entry, std::string_view name);
/// Attribute names and distinguished names compare without case (ASCII).
[[nodiscard]] bool same_text(std::string_view a, std::string_view b);

}  // namespace hygie::directory
