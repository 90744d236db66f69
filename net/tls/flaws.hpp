// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/tls/dialogue.hpp"
#include "net/tls/records.hpp"

#include <string>
#include <vector>

/// Looks for flaws that have a name, each on connections of its own. None exploits what it finds, none keeps what a
/// server spills, and none concludes from time: what did not come is `unknown`.
namespace hygie::net::tls {

void look_at_heartbleed(Dialogue& dialogue, TlsFacts& facts);     // CVE-2014-0160
void look_at_ccs_injection(Dialogue& dialogue, TlsFacts& facts);  // CVE-2014-0224
void look_at_robot(Dialogue& dialogue, TlsFacts& facts);          // Bleichenbacher's oracle, CVE-2017-13099 and others
/// `ticket` is of a session of TLS 1.2 at most; empty: the server gives none.
void look_at_ticketbleed(Dialogue& dialogue, const Buffer& ticket, TlsFacts& facts);  // CVE-2016-9244

/// A connection on which the server has said all it says before our key exchange.
class WaitingServer {
 public:
  /// False when it did not come to that; `why` tells.
  bool reach(Dialogue& dialogue, const HelloSpec& spec, std::string& why);
  [[nodiscard]] const Flight& flight() const { return reader_.flight(); }
  [[nodiscard]] std::uint16_t version() const { return reader_.flight().hello->version; }
  [[nodiscard]] Ending send(Bytes bytes) { return channel_->send(bytes); }
  /// Reads until `enough` says so of what passed, or the connection or the time is over.
  template <class Enough>
  Ending watch(std::chrono::milliseconds limit, Enough enough) {
    channel_->set_limit(limit);
    while (!enough(watcher_.seen()) && !watcher_.broken()) {
      Buffer piece;
      if (const auto ended = channel_->receive(piece); ended != Ending::complete) return ended;
      watcher_.feed(piece);
    }
    return Ending::complete;
  }
  [[nodiscard]] bool broken() const { return watcher_.broken(); }

 private:
  std::unique_ptr<Channel> channel_;
  FlightReader reader_;
  RecordWatcher watcher_;
};

/// The first fatal alert that passed.
[[nodiscard]] const SeenRecord* fatal_alert(const std::vector<SeenRecord>& seen);

}  // namespace hygie::net::tls
