// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/tls/dialogue.hpp"

#include <memory>
#include <string>
#include <vector>

namespace hygie::net::tls {

/// A whole handshake by OpenSSL, with everything allowed and nothing verified, so that what the server does is what is
/// seen: neither the machine's settings nor today's minimum decide. Nothing is ever said inside.
class Session {
 public:
  struct Wanted {
    std::uint16_t version = tls12;          // this one alone
    std::string signature_algorithms = {};  // as OpenSSL writes them; empty: its own list
    std::string suites = {};                // below TLS 1.3; empty: everything
  };
  Session(Dialogue& dialogue, const Wanted& wanted);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Empty when the handshake is done, else the reason that it is not.
  [[nodiscard]] const std::string& failure() const { return failure_; }
  [[nodiscard]] bool open() const { return failure_.empty(); }
  [[nodiscard]] std::vector<Buffer> certificates() const;
  [[nodiscard]] Buffer ocsp_response() const;
  [[nodiscard]] std::uint16_t suite() const;
  /// A second handshake inside the first, asked for by us.
  [[nodiscard]] Observation renegotiate();
  /// Takes leave and listens until the server has too: what it sends after the handshake comes before that.
  [[nodiscard]] Ending close();
  struct Ticket {
    Buffer bytes;
    std::uint32_t early_data = 0;
  };
  /// Those that came, after close() in TLS 1.3.
  [[nodiscard]] const std::vector<Ticket>& tickets() const;

 private:
  struct Parts;
  void prepare(Dialogue& dialogue, const Wanted& wanted);
  bool flush();
  /// Repeats the step, moving bytes both ways, until it is done or cannot be.
  template <class Step>
  bool drive(Step step);

  std::unique_ptr<Parts> parts_;
  std::string failure_;
};

/// Chains and staple of a server that speaks TLS 1.3 alone; of others, hellos have shown them.
void look_at_chains13(Dialogue& dialogue, TlsFacts& facts);
/// Tickets, early data, renegotiation. Gives back a ticket of TLS 1.2 or below when the server gave one.
Buffer look_at_sessions(Dialogue& dialogue, TlsFacts& facts);

}  // namespace hygie::net::tls
