// SPDX-License-Identifier: EUPL-1.2
#include "net/socket_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

namespace hygie::net {

socklen_t socket_address(const PinnedAddress& pinned, sockaddr_storage& storage) {
  if (pinned.family == AF_INET) {
    auto* const v4 = reinterpret_cast<sockaddr_in*>(&storage);
    v4->sin_family = AF_INET;
    v4->sin_port = htons(pinned.port);
    return ::inet_pton(AF_INET, pinned.address.c_str(), &v4->sin_addr) == 1 ? sizeof *v4 : 0;
  }
  auto* const v6 = reinterpret_cast<sockaddr_in6*>(&storage);
  v6->sin6_family = AF_INET6;
  v6->sin6_port = htons(pinned.port);
  return ::inet_pton(AF_INET6, pinned.address.c_str(), &v6->sin6_addr) == 1 ? sizeof *v6 : 0;
}

}  // namespace hygie::net
