// SPDX-License-Identifier: EUPL-1.2
// How one host is asked by datagrams, on a clock of the test's own.
#include "net/engine/datagram_host.hpp"

#include <catch2/catch.hpp>
#include <deque>
#include <set>

using namespace hygie;
using namespace std::chrono_literals;
using net::DatagramHost;

namespace {

/// A host that refuses closed ports, `burst` of them at once and then one each `refill`.
struct Refusing {
  unsigned lose_every = 0;  // of what reaches it, for a line that loses packets
  double burst, tokens;
  std::chrono::milliseconds refill;
  net::Clock::time_point last{};
  Refusing(double most, std::chrono::milliseconds every) : burst(most), tokens(most), refill(every) {}

  unsigned heard = 0;

  bool refuses(net::Clock::time_point now) {
    if (lose_every > 0 && ++heard % lose_every == 0) return false;
    tokens = std::min(burst, tokens + std::chrono::duration<double>(now - last) / refill);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  }
};

struct Outcome {
  std::set<int> closed, silent;
  unsigned controls = 0;
  std::chrono::milliseconds took{};
};

/// Asks `ports` ports three times at most, the last `mute` of which never say anything, as the loop of datagrams does.
Outcome ask(DatagramHost& host, Refusing& other, int ports, int mute) {
  Outcome outcome;
  std::deque<std::pair<int, unsigned>> waiting;
  for (int port = 0; port < ports; ++port) waiting.emplace_back(port, 1U);
  const auto begin = net::Clock::time_point{} + 1h;
  auto now = begin;
  struct Silence {
    net::Clock::time_point at;
    int port;
    unsigned question;
  };
  std::deque<Silence> silences;
  for (; (!waiting.empty() || !silences.empty()) && now < begin + 10min; now += 20ms) {
    while (!silences.empty() && silences.front().at <= now) {
      const auto [at, port, question] = silences.front();
      silences.pop_front();
      host.kept_silent(question, now);
      if (question < 3)
        waiting.emplace_back(port, question + 1);
      else
        outcome.silent.insert(port);
    }
    if (waiting.empty() || !host.may_ask(now)) continue;
    if (!outcome.closed.empty() && host.wants_control(false)) {
      ++outcome.controls;
      host.control_asked(now);
      host.control(other.refuses(now), now);
      continue;
    }
    const auto [port, question] = waiting.front();
    waiting.pop_front();
    host.asked(now);
    if (port < ports - mute && other.refuses(now)) {
      host.refused(question, 1ms, now);
      outcome.closed.insert(port);
    } else {
      silences.push_back({now + 1s, port, question});
    }
  }
  outcome.took = std::chrono::duration_cast<std::chrono::milliseconds>(now - begin);
  return outcome;
}

}  // namespace

TEST_CASE("windows follow the round trip, double, and leave a slow service two seconds", "[net]") {
  const DatagramHost unknown;
  CHECK(unknown.window(1, 3) == 950ms);
  CHECK(unknown.window(2, 3) == 1900ms);
  CHECK(unknown.window(3, 3) == 3s);
  CHECK(unknown.window(9, 9) == 3s);
  const DatagramHost near(2ms);
  CHECK(near.window(1, 3) == 300ms);
  CHECK(near.window(2, 3) == 600ms);
  CHECK(near.window(3, 3) == 2s);
  DatagramHost learning(2ms);
  for (int i = 0; i < 30; ++i) learning.answered(1, 600ms);
  CHECK(learning.window(1, 3) > 600ms);
  const auto before = learning.window(1, 3);
  for (int i = 0; i < 30; ++i) learning.answered(2, 5s);  // it may answer the first question
  CHECK(learning.window(1, 3) == before);
  DatagramHost far;
  far.answered(2, 1300ms);  // there is no better measure
  CHECK(far.window(1, 3) > 1300ms);
  CHECK(far.control_window() > 1300ms);
}

TEST_CASE("a host that refuses one port a second is asked so, and every closed port is known", "[net]") {
  DatagramHost host(1ms);
  Refusing linux_like(6, 1000ms);
  const auto outcome = ask(host, linux_like, 25, 5);
  CHECK(outcome.closed.size() == 20);
  CHECK(outcome.silent.size() == 5);
  CHECK(host.limits());
  CHECK_FALSE(host.doubtful());
  CHECK(outcome.controls >= 3);
  CHECK(outcome.took < 60s);
}

TEST_CASE("a host that refuses hardly ever is doubtful, and soon", "[net]") {
  DatagramHost host(1ms);
  Refusing strict(3, 1h);
  const auto outcome = ask(host, strict, 25, 5);
  CHECK(outcome.closed.size() == 3);
  CHECK(host.doubtful());
  CHECK(outcome.took < 30s);
}

TEST_CASE("losses on the line slow a careful host down for a while only", "[net]") {
  DatagramHost host(1ms);
  Refusing lossy(6, 1000ms);
  lossy.lose_every = 5;
  const auto outcome = ask(host, lossy, 25, 5);
  CHECK(outcome.closed.size() + outcome.silent.size() == 25);
  CHECK(outcome.closed.size() >= 18);
  CHECK(outcome.took < 120s);
}

TEST_CASE("a host is not asked carefully for ever", "[net]") {
  DatagramHost host(1ms);
  Refusing linux_like(6, 1000ms);
  const auto outcome = ask(host, linux_like, 400, 100);
  CHECK(host.doubtful());
  CHECK(outcome.took < 150s);
}

TEST_CASE("a host that filters some ports and refuses the others is not asked slowly for ever", "[net]") {
  DatagramHost host(1ms);
  Refusing free(1000, 1ms);
  const auto outcome = ask(host, free, 40, 20);
  CHECK(outcome.closed.size() == 20);
  CHECK(outcome.silent.size() == 20);
  CHECK_FALSE(host.limits());
  CHECK_FALSE(host.doubtful());
  CHECK_FALSE(host.careful());
  CHECK(outcome.took < 25s);
}

TEST_CASE("a host that refuses nothing, or everything, is asked at the usual pace", "[net]") {
  DatagramHost mute(1ms), closed(1ms);
  Refusing never(0, 1h), always(1000, 1ms);
  CHECK(ask(mute, never, 20, 20).silent.size() == 20);
  CHECK_FALSE(mute.careful());
  CHECK_FALSE(mute.doubtful());
  const auto outcome = ask(closed, always, 20, 0);
  CHECK(outcome.closed.size() == 20);
  CHECK(outcome.controls == 0);
  CHECK(outcome.took < 1s);
}
