// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <string_view>

namespace hygie::exposure::feeds {

/// The order of Debian package versions (Debian Policy 5.6.12): [epoch:]upstream[-revision], `~` sorts before the end.
[[nodiscard]] std::strong_ordering compare_dpkg(std::string_view a, std::string_view b);

struct DpkgVersion {
  std::string_view epoch;     // digits; empty: none given
  std::string_view upstream;  // what the makers call the version, with what the packagers added ("+dfsg")
  std::string_view revision;  // after the last hyphen
};
[[nodiscard]] DpkgVersion split_dpkg(std::string_view version);

}  // namespace hygie::exposure::feeds
