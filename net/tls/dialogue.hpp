// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/tls/answer.hpp"
#include "net/tls/examine.hpp"
#include "net/tls/hello.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace hygie::net::tls {

/// What one hello was answered. Refused and lost are never confused: only the first is evidence that a thing is absent.
struct Answer {
  enum class Kind { accepted, refused, lost };
  Kind kind = Kind::lost;
  std::string reason;
  Flight flight;
};
[[nodiscard]] Observation observed(const Answer& answer);

/// An alert that refuses nothing, such as 80, internal error: it may be about one suite of those offered.
[[nodiscard]] bool tells_of_trouble(std::string_view reason);

/// How much of the answer is wanted: the ServerHello, or all of it until the server waits.
enum class Until { hello, done };

/// All the hellos sent to one service: one connection each, one after the other, with a pause between two and a cap.
class Dialogue {
 public:
  Dialogue(const PinnedAddress& pinned, const Options& options, core::Deadline deadline);

  /// A hello of this version with everything a common client says.
  [[nodiscard]] HelloSpec hello(std::uint16_t version, std::vector<std::uint16_t> suites) const;
  [[nodiscard]] Answer ask(const HelloSpec& spec, Until until = Until::hello);
  /// The same, all of it, where a refusal of the name is the answer wanted.
  [[nodiscard]] Answer ask_for_name(const HelloSpec& spec);
  [[nodiscard]] Answer ask_ssl2(Ssl2ServerHello& hello);
  /// A connection was waited on to its limit: a server that never ends its answers is not asked for ever.
  void lose_time() { lost_time_ += options_.hello_limit; }
  [[nodiscard]] bool too_slow() const { return lost_time_ >= options_.most_lost; }
  /// One more connection, brought to where a ClientHello is expected: for looks that say more than a hello. Null, and
  /// why not ("connection-cap", "too-slow", "timeout" ...), when there is none.
  [[nodiscard]] std::unique_ptr<Channel> connect(std::string& why);
  [[nodiscard]] const std::string& server_name() const { return server_name_; }

  [[nodiscard]] bool name_refused() const { return name_refused_; }
  [[nodiscard]] bool starttls_refused() const { return starttls_refused_; }
  /// The server agreed at least once: a refusal after that (too many connections) refuses nothing for good.
  [[nodiscard]] bool starttls_agreed() const { return starttls_agreed_; }
  [[nodiscard]] bool ever_connected() const { return ever_connected_; }
  [[nodiscard]] unsigned connections() const { return connections_; }
  [[nodiscard]] unsigned connections_lost() const { return lost_; }

 private:
  struct Exchange {
    Ending ending = Ending::unreachable;
    bool starttls_refused = false;
    const char* not_asked = nullptr;  // why there was no connection at all
  };
  template <class Consume>
  Exchange exchange(Bytes hello, Consume consume);
  template <class Consume>
  Exchange carry(Bytes hello, Consume& consume);
  Exchange open(Channel& channel);
  [[nodiscard]] bool turn() const;
  [[nodiscard]] Answer ask_once(const Buffer& bytes, const HelloSpec& spec, Until until, Ending& ending);
  [[nodiscard]] Answer ask_ssl2_once(const Buffer& bytes, Ssl2ServerHello& hello, Ending& ending);
  template <class Ask>
  Answer twice(Ask ask);
  [[nodiscard]] bool still_answers();

  PinnedAddress pinned_;
  Options options_;
  core::Deadline deadline_;
  std::string server_name_;
  std::array<std::uint8_t, 32> random_{}, session_id_{};
  Buffer key_;         // the public half of an x25519 key
  Buffer last_taken_;  // the last hello that was answered by a ServerHello
  bool last_was_ssl2_ = false;
  bool name_refused_ = false, starttls_refused_ = false, starttls_agreed_ = false, ever_connected_ = false;
  unsigned connections_ = 0, lost_ = 0;
  std::chrono::milliseconds lost_time_{0};
};

}  // namespace hygie::net::tls
