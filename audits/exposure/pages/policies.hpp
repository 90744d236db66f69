// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure::pages {

/// Content-Security-Policy (W3C, level 3): directives in lower case with their sources; the first of a name counts.
using ContentPolicy = std::map<std::string, std::vector<std::string>, std::less<>>;
[[nodiscard]] ContentPolicy read_content_policy(std::string_view value);
/// What makes a policy let foreign scripts in, in words: "no-script-src", "unsafe-inline", "unsafe-eval", "wildcard",
/// "http", "data", "no-object-src", "no-base-uri". A nonce or a hash makes browsers ignore 'unsafe-inline'.
[[nodiscard]] std::vector<std::string> weaknesses(const ContentPolicy& policy);
/// Does it say who may frame the page, other than anybody?
[[nodiscard]] bool limits_frames(const ContentPolicy& policy);

/// Strict-Transport-Security (RFC 6797, 6.1); nothing when it is not valid, so that browsers leave it aside.
struct TransportPolicy {
  std::uint64_t max_age = 0;  // seconds
  bool subdomains = false, preload = false;
};
[[nodiscard]] std::optional<TransportPolicy> read_transport_policy(std::string_view value);

}  // namespace hygie::exposure::pages
