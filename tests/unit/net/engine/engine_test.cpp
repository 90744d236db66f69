// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/guard.hpp"
#include "net/engine/order.hpp"
#include "net/engine/pace.hpp"
#include "net/engine/rtt.hpp"
#include "net/engine/scan.hpp"

#include <catch2/catch.hpp>
#include <set>

#include <sys/socket.h>

using namespace hygie;
using namespace std::chrono_literals;

TEST_CASE("the order gives every number once, and the same for the same seed") {
  for (const std::uint64_t size : {1U, 2U, 5U, 1000U, 65'535U}) {
    const net::Order order(size, 7);
    std::set<std::uint64_t> seen;
    for (std::uint64_t i = 0; i < size; ++i) seen.insert(order.at(i));
    CHECK(seen.size() == size);
    CHECK(*seen.rbegin() == size - 1);
  }
  CHECK(net::Order(1000, 7).at(3) == net::Order(1000, 7).at(3));
  unsigned same = 0;
  for (std::uint64_t i = 0; i < 1000; ++i) same += net::Order(1000, 7).at(i) == net::Order(1000, 8).at(i) ? 1 : 0;
  CHECK(same < 50);
}

TEST_CASE("the bucket keeps the rate and does not save up for a burst") {
  const auto begin = net::Clock::now();
  net::TokenBucket bucket(500, begin);
  unsigned taken = 0;
  for (auto at = begin; at < begin + 2s; at += 1ms) taken += bucket.take(at) ? 1 : 0;
  CHECK(taken >= 995);
  CHECK(taken <= 1011);
  unsigned burst = 0;
  while (bucket.take(begin + 60s)) ++burst;
  CHECK(burst <= 10);
}

TEST_CASE("the window follows the round trips, within its bounds") {
  net::RoundTrip trip;
  CHECK(trip.window() == net::RoundTrip::first);
  for (int i = 0; i < 50; ++i) trip.sample(200us);
  CHECK(trip.window() == net::RoundTrip::floor);
  CHECK(trip.second_window() > trip.window());
  for (int i = 0; i < 50; ++i) trip.sample(5s);
  CHECK(trip.window() == net::RoundTrip::first);
  CHECK(trip.second_window() == net::RoundTrip::ceiling);
}

TEST_CASE("the guard keeps to the strictest rule") {
  const auto guard = net::Guard::make(
      {{*net::parse_network("192.0.2.0/25"), 1, 65535, net::Manner::do_not_touch, "pneumatic tube", "biomedical"},
       {*net::parse_network("2001:db8::/32"), 80, 90, net::Manner::connect_only, "scanner", "biomedical"}});
  REQUIRE(guard);
  CHECK(guard->decide("192.0.2.127", 80).manner == net::Manner::do_not_touch);
  CHECK(guard->decide("192.0.2.127", 80).rule == 0U);
  CHECK(guard->decide("::ffff:192.0.2.1", 80).manner == net::Manner::do_not_touch);
  CHECK(guard->decide("192.0.2.128", 80).manner == net::Manner::probe);
  CHECK(guard->decide("192.0.2.128", 9100).manner == net::Manner::connect_only);
  CHECK(guard->decide("192.0.2.128", 9110).manner == net::Manner::probe);
  CHECK(guard->decide("2001:db8::1", 90).manner == net::Manner::connect_only);
  CHECK(guard->decide("2001:db8::1", 91).manner == net::Manner::probe);
  CHECK(guard->decide("nonsense", 80).manner == net::Manner::do_not_touch);
  CHECK_FALSE(net::Guard::make({{*net::parse_network("192.0.2.1"), 1, 2, net::Manner::probe, "", "x"}}));
}

TEST_CASE("a run asks nothing of what is known or not to be touched") {
  net::ScanRequest request;
  request.hosts = {{"a", "192.0.2.1", AF_INET, 0}};
  request.ports = {80, 443};
  request.known = {{0, 80, net::PortState::open, net::Why::accepted, 1, -1, 10}};
  request.decoys = 0;
  const auto guard =
      net::Guard::make({{*net::parse_network("192.0.2.1"), 443, 443, net::Manner::do_not_touch, "why", "who"}});
  REQUIRE(guard);
  const auto report = net::scan(request, *guard);
  REQUIRE(report);
  REQUIRE(report->ports.size() == 2);
  CHECK(report->complete);
  CHECK(report->ports[0].state == net::PortState::open);
  CHECK(report->ports[1].state == net::PortState::not_touched);
  CHECK(report->ports[1].rule == 0);
  request.hosts.push_back(request.hosts.front());
  CHECK_FALSE(net::scan(request, *guard));
}

TEST_CASE("a run that takes up another asks neither its ports nor its decoys again") {
  net::ScanRequest request;
  request.hosts = {{"a", "127.0.0.1", AF_INET, 0}};
  request.ports = {1, 2, 3};
  request.known = {{0, 1, net::PortState::open, net::Why::accepted, 1, -1, 0},
                   {0, 2, net::PortState::closed, net::Why::refused, 1, -1, 0},
                   {0, 3, net::PortState::filtered, net::Why::silent, 2, -1, 0}};
  request.known_hosts = {{.microseconds = 42, .limits_answers = true, .decoys_asked = 20, .decoys_open = 9}};
  std::uint64_t total = 1;
  std::size_t so_far = 0;
  const auto report = net::scan(request, {}, {}, [&](const net::ScanProgress& progress) {
    total = progress.total;
    so_far = progress.so_far().ports.size();
  });
  REQUIRE(report);
  CHECK(report->complete);
  CHECK(total == 0);
  CHECK(so_far == 3);
  REQUIRE(report->ports.size() == 3);
  CHECK(report->ports[2].state == net::PortState::filtered);
  CHECK(report->hosts[0].microseconds == 42);
  CHECK(report->hosts[0].limits_answers);
  CHECK(report->hosts[0].decoys_open == 9);
  CHECK(report->hosts[0].unreliable);
  request.known_hosts.emplace_back();
  CHECK_FALSE(net::scan(request, {}));
}
