// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/remote_access_cases.hpp"

using namespace hygie;
using remote_access::Access;
using remote_access::Said;
using test::hold_cases;
using enum core::Verdict;

TEST_CASE("The way in leads over a gateway of the hospital", "[remote_access][path]") {
  hold_cases("RAC-DIRECT", {{"direct", [](Access& a) { a.door.kind = "direct"; }, fail},
                            {"a private network", [](Access& a) { a.door.kind = "vpn"; }, pass},
                            {"not said", [](Access& a) { a.door.kind.clear(); }, unknown}});
  hold_cases("RAC-RELAY", {{"a tool", [](Access& a) { a.protocol = "tool:teamviewer"; }, fail},
                           {"a relay", [](Access& a) { a.door.kind = "cloud-relay"; }, fail},
                           {"not said", [](Access& a) { a.door.kind.clear(); }, unknown}});
  hold_cases("RAC-ENTRY-POINT", {{"none", [](Access& a) { a.door.host.clear(); }, fail},
                                 {"a tool", [](Access& a) { a.protocol = "tool:anydesk"; }, not_applicable}});
  hold_cases("RAC-NO-BREAK", {{"a tunnel to the machine",
                               [](Access& a) {
                                 a.path = {"vpn", "target"};
                               },
                               fail},
                              {"a gateway",
                               [](Access& a) {
                                 a.path = {"gateway", "target"};
                               },
                               pass},
                              {"not said", [](Access& a) { a.path.clear(); }, unknown}});
}

TEST_CASE("Who comes, and where to, is limited", "[remote_access][path]") {
  const auto from = [](std::vector<std::string> networks) { return [=](Access& a) { a.sources = networks; }; };
  hold_cases("RAC-SOURCES", {{"anybody", from({}), fail},
                             {"a /24", from({"198.51.100.0/24"}), pass},
                             {"a /23", from({"198.51.100.1", "198.51.100.0/23"}), fail},
                             {"all", from({"0.0.0.0/0"}), fail},
                             {"one address", from({"198.51.100.1"}), pass},
                             {"a /48", from({"2001:db8::/48"}), pass},
                             {"a /47", from({"2001:db8::/47"}), fail},
                             {"a relay hides it", [](Access& a) { a.protocol = "tool:anydesk"; }, not_applicable}});
  const auto to = [](remote_access::Flow flow) { return [=](Access& a) { a.flows = {flow}; }; };
  hold_cases("RAC-FLOWS", {{"none is written", [](Access& a) { a.flows.clear(); }, fail},
                           {"any port", to({"192.0.2.40", "tcp", 0}), fail},
                           {"a network", to({"192.0.2.0/24", "tcp", 22}), fail},
                           {"anywhere", to({"any", "tcp", 22}), fail}});
}

TEST_CASE("The protocol protects, and its key is known", "[remote_access][path]") {
  for (const auto* protocol : {"telnet", "ftp", "rsh", "http", "x11", "vnc", "vpn-pptp", "vpn-l2tp"})
    hold_cases("RAC-CLEAR", {{protocol, [=](Access& a) { a.protocol = protocol; }, fail}});
  hold_cases("RAC-VPN-KIND", {{"TLS", [](Access& a) { a.protocol = "vpn-tls"; }, fail},
                              {"IPsec", [](Access& a) { a.protocol = "vpn-ipsec"; }, pass},
                              {"no network", [](Access& a) { a.protocol = "ssh"; }, not_applicable}});
  hold_cases("RAC-HOST-KEYS", {{"none", [](Access& a) { a.door.host_keys.clear(); }, fail},
                               {"not SSH", [](Access& a) { a.protocol = "rdp"; }, not_applicable}});
}
