// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"
#include "net/scope.hpp"

#include <utility>

namespace hygie::net {

/// What a socket of datagrams has to tell.
enum class DatagramNews {
  nothing,
  datagram,
  closed,       // ICMP: nobody listens on that port
  filtered,     // ICMP: a filter refuses it
  unreachable,  // ICMP: the host or its network cannot be reached
  no_route,     // this machine has no route, or forbids it itself
  shortage      // this machine has no descriptor or buffer left: it says nothing of the port
};

/// One socket for one port of one address. It reads the queue of errors, where Linux says which ICMP message came: a
/// connected socket alone tells only a closed port, one that is not connected tells nothing.
class DatagramSocket {
 public:
  DatagramSocket() = default;
  DatagramSocket(DatagramSocket&& other) noexcept { *this = std::move(other); }
  DatagramSocket& operator=(DatagramSocket&& other) noexcept;
  ~DatagramSocket();

  /// `any_port`: answers from another port of that address are taken too. `nothing` when it is open.
  [[nodiscard]] DatagramNews open(const PinnedAddress& to, bool any_port);
  [[nodiscard]] DatagramNews send(Bytes bytes);
  [[nodiscard]] DatagramNews receive(Buffer& into);
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  [[nodiscard]] DatagramNews read_error();
  [[nodiscard]] DatagramNews meaning(int error);

  PinnedAddress to_;
  int descriptor_ = -1;
  bool any_port_ = false;
};

}  // namespace hygie::net
