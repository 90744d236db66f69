// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hygie::exposure::pages {

/// An http or https address, in the parts that decide where it leads.
struct Url {
  bool tls = false;
  std::string host;  // lower case, an IPv6 address without its brackets
  std::uint16_t port = 0;
  std::string path = "/";  // with the query, without the fragment

  /// "https://www.exemple.test/path", the port when it is not the usual one.
  [[nodiscard]] std::string text() const;
  /// What a Host header says.
  [[nodiscard]] std::string authority() const;
  friend bool operator==(const Url&, const Url&) = default;
};
/// Refused: other schemes, names and passwords inside, spaces and control characters, no host, port 0.
[[nodiscard]] std::optional<Url> parse_url(std::string_view text);
/// Where a Location leads from `base` (RFC 3986, 5.2, dots not removed: a server does that).
[[nodiscard]] std::optional<Url> follow(const Url& base, std::string_view reference);

}  // namespace hygie::exposure::pages
