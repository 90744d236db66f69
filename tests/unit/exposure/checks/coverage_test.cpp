// SPDX-License-Identifier: EUPL-1.2
// Whatever a dialogue can recognise on the internet is judged by a check, or stands in the list of what may be there.
#include "audits/exposure/dialogues/dialogue.hpp"
#include "tests/support/exposure.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

namespace {

struct Alias {
  std::string_view dialogue, protocol;
};
// Dialogues whose service has another name than theirs.
constexpr std::array<Alias, 18> aliases{{{"mllp", "hl7"},
                                         {"rdp-standard", "rdp"},
                                         {"smb1", "smb"},
                                         {"smb2", "smb"},
                                         {"ike1", "ike"},
                                         {"ike2", "ike"},
                                         {"snmp1", "snmp"},
                                         {"snmp2", "snmp"},
                                         {"snmp3", "snmp"},
                                         {"bacnet-any", "bacnet"},
                                         {"dns-tcp", "dns"},
                                         {"ethernet-ip-udp", "ethernet-ip"},
                                         {"memcached-udp", "memcached"},
                                         {"ntp-control", "ntp"},
                                         {"ntp-monlist", "ntp"},
                                         {"openvpn-tcp", "openvpn"},
                                         {"rpcbind-udp", "rpcbind"},
                                         {"sip-tcp", "sip"}}};
// Made to be reached: how they are set is judged, not that they are there. A banner is no protocol of its own.
constexpr std::array<std::string_view, 12> may_be_seen{"banner", "dns",  "ike",    "imap",   "ntp",  "openvpn",
                                                       "pop3",   "smtp", "socks4", "socks5", "xmpp", "xmpp-server"};

std::string_view protocol_of(std::string_view dialogue) {
  const auto found =
      std::find_if(aliases.begin(), aliases.end(), [&](const Alias& one) { return one.dialogue == dialogue; });
  return found == aliases.end() ? dialogue : found->protocol;
}

}  // namespace

TEST_CASE("whatever a dialogue can recognise fails a check when the internet sees it, unless it may be seen",
          "[exposure][services]") {
  for (const auto& dialogue : exposure::dialogues()) {
    if (std::find(may_be_seen.begin(), may_be_seen.end(), dialogue.name) != may_be_seen.end()) continue;
    const auto protocol = protocol_of(dialogue.name);
    if (std::find(may_be_seen.begin(), may_be_seen.end(), protocol) != may_be_seen.end()) continue;
    auto facts = test::sound_exposure();
    const auto transport = dialogue.transport == exposure::Transport::udp ? "udp" : "tcp";
    const auto id = test::add_service(facts, protocol, 40'000, transport).id();
    std::string judges;
    for (const auto& check : exposure::registry())
      for (const auto& finding : test::run(check.id, facts))
        if (finding.verdict == Verdict::fail && finding.object == id && check.id != "EXP-INV-UNDECLARED")
          judges += std::string(check.id) + " ";
    INFO(dialogue.name << " as " << protocol);
    CHECK_FALSE(judges.empty());
  }
}
