// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/tls/channel.hpp"

#include <memory>
#include <string>

namespace hygie::exposure {

using net::tls::Ending;

/// One connection, in clear or with TLS over it. Certificates and old versions are taken as they are: what TLS is worth
/// is examined elsewhere, here the question is what speaks behind it.
class Stream {
 public:
  Stream(core::Deadline deadline, std::chrono::milliseconds limit);
  ~Stream();
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  [[nodiscard]] Ending open(const net::PinnedAddress& pinned) { return channel_.open(pinned); }
  /// A TLS handshake as a client; `name` is sent with SNI unless empty. False: see `ending` (complete: refused).
  [[nodiscard]] bool secure(const std::string& name, Ending& ending);
  [[nodiscard]] Ending send(net::Bytes bytes);
  /// Appends what has come, one byte at least when it is complete.
  [[nodiscard]] Ending receive(net::Buffer& into);

 private:
  struct Tls;
  Ending flush();

  net::tls::Channel channel_;
  std::unique_ptr<Tls> tls_;
};

}  // namespace hygie::exposure
