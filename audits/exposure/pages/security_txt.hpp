// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/time.hpp"

#include <string_view>

namespace hygie::exposure::pages {

/// /.well-known/security.txt (RFC 9116): whom to tell of a flaw, and until when the file holds.
struct SecurityTxt {
  unsigned contacts = 0;  // Contact: a mailto:, tel: or https: address
  unsigned expiries = 0;  // Expires: exactly one is required
  core::OptionalInstant expires;
};
[[nodiscard]] SecurityTxt read_security_txt(std::string_view text);
/// "" when it is valid at `now`, else "no-contact", "no-expiry", "several-expiries" or "expired".
[[nodiscard]] std::string_view fault_of(const SecurityTxt& file, core::Instant now);

}  // namespace hygie::exposure::pages
