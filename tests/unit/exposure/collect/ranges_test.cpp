// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/ports/ranges.hpp"

#include <catch2/catch.hpp>
#include <numeric>

using namespace hygie;
using exposure::ports_of;
using exposure::ranges_of;
using Ports = std::vector<std::uint16_t>;

TEST_CASE("ports are kept by ranges", "[exposure][resume]") {
  CHECK(ranges_of({}).empty());
  CHECK(ranges_of({1}) == "1");
  CHECK(ranges_of({1, 2, 3, 7, 9, 10, 65535}) == "1-3,7,9-10,65535");
  Ports all(65535);
  std::iota(all.begin(), all.end(), std::uint16_t{1});
  CHECK(ranges_of(all) == "1-65535");
  for (const auto& ports : {Ports{}, Ports{65535}, Ports{1, 2, 3, 7, 9, 10, 65535}, all})
    CHECK(ports_of(ranges_of(ports)) == ports);
}

TEST_CASE("what is no list of ranges tells of no port", "[exposure][resume]") {
  for (const auto* text :
       {"0", "1-", "-1", "3-1", "1,1", "5,3", "65536", "1-70000", "a", "1;2", "1,,2", "1-2-3", ",1"}) {
    INFO(text);
    CHECK(ports_of(text).empty());
  }
}

TEST_CASE("what a scan decided comes back; what it left is not there", "[exposure][resume]") {
  using net::PortState;
  using net::Why;
  const std::vector<net::PortResult> ports{{.port = 22, .state = PortState::open, .why = Why::accepted},
                                           {.port = 23, .state = PortState::closed, .why = Why::refused},
                                           {.port = 24, .state = PortState::closed, .why = Why::refused},
                                           {.port = 25, .state = PortState::not_asked, .why = Why::local_resources},
                                           {.port = 26, .state = PortState::filtered, .why = Why::silent},
                                           {.port = 27, .state = PortState::not_touched, .why = Why::rule},
                                           {.port = 28, .state = PortState::unreachable, .why = Why::forbidden}};
  exposure::PortsRead read;
  exposure::note_ports(ports, {.microseconds = 70, .limits_answers = true, .decoys_asked = 20, .decoys_open = 1}, read);
  CHECK(read.tcp.size() == 4);
  CHECK(read.tcp["closed/refused"] == "23-24");
  const auto known = exposure::known_ports(read, 3);
  REQUIRE(known.size() == 5);
  for (const auto& one : known) {
    CHECK(one.host == 3);
    const auto same =
        std::find_if(ports.begin(), ports.end(), [&](const auto& other) { return other.port == one.port; });
    CHECK(one.state == same->state);
    CHECK(one.why == same->why);
  }
  const auto host = exposure::known_host(read);
  CHECK(host.microseconds == 70);
  CHECK(host.limits_answers);
  CHECK(host.decoys_asked == 20);
  CHECK(host.decoys_open == 1);
  exposure::PortsRead odd;
  odd.tcp = {{"closed", "1"},
             {"open/nonsense", "2"},
             {"nonsense/refused", "3"},
             {"not_touched/rule", "4"},
             {"open/accepted", "x"}};
  CHECK(exposure::known_ports(odd, 0).empty());
}
