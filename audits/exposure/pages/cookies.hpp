// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hygie::exposure::pages {

/// A Set-Cookie header (RFC 6265, 5.2). The value is not kept: it may be a secret; `value` is only looked at by what
/// reads it.
struct SetCookie {
  std::string name;
  std::string_view value;  // into the header
  bool secure = false, http_only = false;
  std::string same_site;  // "strict", "lax", "none"; empty: not said, or another word
  bool removed = false;   // it is taken back: Max-Age of 0 or less, or an Expires of 1970
};
[[nodiscard]] std::optional<SetCookie> read_cookie(std::string_view header);

/// Does a cookie of that name hold a session, by what frameworks call theirs?
[[nodiscard]] bool names_a_session(std::string_view name);

/// The internal address that a BIG-IP puts in its persistence cookie ("3232235777.20480.0000" is 192.168.1.1:80 in its
/// order); nothing when the value is not one.
[[nodiscard]] std::optional<std::string> pool_member(std::string_view value);

}  // namespace hygie::exposure::pages
