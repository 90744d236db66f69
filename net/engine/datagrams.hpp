// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"
#include "net/engine/pace.hpp"
#include "net/engine/rtt.hpp"
#include "net/scope.hpp"

#include <functional>
#include <optional>

namespace hygie::net {

/// How a conversation by datagrams ended.
enum class DatagramEnd {
  finished,     // whoever held it had enough
  closed,       // ICMP: nobody listens on that port
  filtered,     // ICMP: a filter refuses that port
  unreachable,  // ICMP or no route: nothing was learnt of the port
  silent,       // every question was asked, no answer: filtered, or a service that did not understand
  doubtful,     // the same, but the host holds back its answers: its silence says nothing
  cut           // the work was stopped, or this machine had no socket left
};

/// One conversation with one port. `opening` is called again when the first question stays without an answer.
struct DatagramTalk {
  PinnedAddress to;
  bool any_port_answers = false;  // the answer may come from another port of that address (TFTP)
  std::function<Buffer()> opening;
  /// The datagram that came; what to say next, or nothing to go on waiting; `finished` ends it.
  std::function<std::optional<Buffer>(Bytes heard, bool& finished)> hear;
  std::function<void(DatagramEnd)> end;
  unsigned questions = 3;         // at most; each is waited for twice as long as the one before
  RoundTrip::Time round_trip{0};  // of the host, when it is known
};

struct DatagramPace {
  /// Zero: the question may leave now; else how long to wait before asking again.
  std::function<Clock::duration(const PinnedAddress&)> turn;
  std::function<bool()> ended;
  std::size_t most_at_once = 512;
};

/// Holds them all, many at once, on the caller's thread; every `end` is called once. Talks with one port: the second
/// begins when the first one was heard or its first window is over, and none goes on when one was told that nobody
/// listens.
void converse(std::vector<DatagramTalk>& talks, const DatagramPace& pace,
              const std::function<void(std::size_t done)>& on_progress = nullptr);

}  // namespace hygie::net
