// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"

#include <string_view>

namespace hygie::net::ssh {

/// The first message of a key exchange of ours, payload and all, with a fresh public value (RFC 4253, 8; RFC 5656, 4;
/// RFC 8731); empty when we do not know the exchange.
[[nodiscard]] Buffer exchange_opening(std::string_view exchange);
/// The same in a group that the server gave: its prime and generator as mpints; empty when they are of no use.
[[nodiscard]] Buffer group_opening(Bytes prime, Bytes generator);

}  // namespace hygie::net::ssh
