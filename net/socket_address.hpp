// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/scope.hpp"

#include <sys/socket.h>

namespace hygie::net {

/// Writes the socket address of a pinned one, which is numeric: nothing is resolved. Its length; 0 when it is none.
[[nodiscard]] socklen_t socket_address(const PinnedAddress& pinned, sockaddr_storage& storage);

}  // namespace hygie::net
