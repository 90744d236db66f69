// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/channel.hpp"

#include <memory>
#include <string>

namespace hygie::exposure {

using net::Ending;

/// One connection, in clear or with TLS over it, that never waits: whoever holds many waits for them all at once.
/// Certificates and old versions are taken as they are: what TLS is worth is examined elsewhere, here the question is
/// what speaks behind it.
class Stream {
 public:
  /// What a call came to; of a failed one, `ending` tells why.
  enum class State : std::uint8_t { done, waits, failed };

  Stream();
  ~Stream();
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  /// Begins, and once it has begun looks how far it is.
  [[nodiscard]] State connect(const net::PinnedAddress& pinned);
  /// A TLS handshake as a client; `name` is sent with SNI unless empty. Failed and complete: it was refused.
  [[nodiscard]] State secure(const std::string& name);
  /// Sends that, after what is still to be sent; nothing new when it is empty.
  [[nodiscard]] State send(net::Bytes bytes);
  /// Appends what has come, one byte at least when it is done.
  [[nodiscard]] State receive(net::Buffer& into);

  [[nodiscard]] Ending ending() const { return ending_; }
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// Worth waiting for, as poll(2) names it.
  [[nodiscard]] short awaited() const;

 private:
  struct Tls;
  State fails(Ending ending);
  State flush();
  State receive_clear(net::Buffer& into);

  int descriptor_ = -1;
  bool connected_ = false;
  net::Buffer unsent_;
  Ending ending_ = Ending::complete;
  std::unique_ptr<Tls> tls_;
};

}  // namespace hygie::exposure
