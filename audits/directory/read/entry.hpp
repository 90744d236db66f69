// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace hygie::directory {

/// One attribute of an entry as a server or an LDIF file gives it. `name` may carry options ("member;range=0-1499");
/// values are raw bytes. Everything points into the source's own buffer and is valid during the call only.
struct RawAttribute {
  std::string_view name;
  std::span<const std::string_view> values;
};
struct RawEntry {
  std::string_view dn;
  std::span<const RawAttribute> attributes;
};

}  // namespace hygie::directory
