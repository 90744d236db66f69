// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/engine/pace.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <deque>
#include <functional>
#include <queue>
#include <vector>

namespace hygie::net {

/// One question to one port.
struct Attempt {
  std::uint32_t host = 0;
  std::uint16_t port = 0;
  bool decoy = false;
  bool witness = false;  // known to answer: asked again to see what is lost
  std::uint8_t question = 1;
  std::uint8_t self_connections = 0;
  std::uint64_t item = 0;
};

enum class Answer {
  accepted,
  refused,
  silent,
  self_connection,
  host_unreachable,
  network_unreachable,
  forbidden,
  no_resources,
  other
};

/// Many TCP connections at once, each with its window, on the caller's thread. Nothing is ever written on them.
class Connector {
 public:
  using OnAnswer = std::function<void(const Attempt&, Answer, std::chrono::microseconds)>;
  explicit Connector(OnAnswer on_answer) : on_answer_(std::move(on_answer)) {}

  void start(const Attempt& attempt, const boost::asio::ip::tcp::endpoint& to, Clock::duration window);
  /// Lets answers come for `at_most`, less when one came; then ends those whose window is over.
  void wait(Clock::duration at_most);
  /// Closes all that waits, without an answer.
  void abandon();
  [[nodiscard]] std::size_t in_flight() const { return in_flight_; }

 private:
  struct Slot {
    explicit Slot(boost::asio::io_context& io) : socket(io) {}
    boost::asio::ip::tcp::socket socket;
    Attempt attempt;
    Clock::time_point begun;
    std::uint32_t generation = 0;  // tells a late completion from the present one
    bool busy = false;
  };
  struct Expiry {
    Clock::time_point at;
    std::size_t slot;
    std::uint32_t generation;
    bool operator>(const Expiry& other) const { return at > other.at; }
  };

  std::size_t free_slot();
  void release(Slot& slot, std::size_t index);
  void finish(std::size_t index, std::uint32_t generation, const boost::system::error_code& error);
  void expire(Clock::time_point now);

  OnAnswer on_answer_;
  boost::asio::io_context io_{1};
  std::deque<Slot> slots_;
  std::vector<std::size_t> free_;
  std::priority_queue<Expiry, std::vector<Expiry>, std::greater<>> expiries_;
  std::size_t in_flight_ = 0;
};

/// Room for `wanted` sockets: raises the soft limit of descriptors where it may, and says how many fit.
[[nodiscard]] std::size_t socket_room(std::size_t wanted);

}  // namespace hygie::net
