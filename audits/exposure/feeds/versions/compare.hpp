// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <string_view>

namespace hygie::exposure::feeds {

/// How makers number their versions, where the common reading would be wrong.
enum class Order {
  generic,   // numbers, pre-releases (rc, beta, ...) before the end, patches (p1, h2, sp1, a letter) after it
  citrix,    // 13.1-49.15, NS13.1 build 49.15: numbers; a FIPS build is compared with FIPS builds alone
  exchange,  // 15.2.1544.9 beside "2019 cumulative_update_14": two numberings that do not compare
  dpkg       // a package of Debian or Ubuntu
};

/// Unordered when the two are not versions of one numbering (a commit, a name, another train): whoever asks must then
/// answer "cannot tell".
[[nodiscard]] std::partial_ordering compare_versions(Order order, std::string_view a, std::string_view b);

/// From vendor and product, as normalised by `normal`.
[[nodiscard]] Order order_of(std::string_view vendor, std::string_view product);

/// Does a text look like a version at all: a digit at its beginning, after v, version, release or the like?
[[nodiscard]] bool looks_like_version(std::string_view text);

}  // namespace hygie::exposure::feeds
