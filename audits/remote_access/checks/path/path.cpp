// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/support.hpp"

#include <algorithm>
#include <charconv>

namespace hygie::remote_access {
namespace {

bool is_tool(const Access& access) { return access.protocol.starts_with("tool:"); }

/// The length of a network's prefix; an address is its whole length.
int prefix_of(const std::string& network) {
  const auto slash = network.find('/');
  int bits = network.find(':') == std::string::npos ? 32 : 128;
  if (slash != std::string::npos) std::from_chars(network.data() + slash + 1, network.data() + network.size(), bits);
  return bits;
}

}  // namespace

Findings direct_access(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    auto answer = unless_word(access.door.kind, {"direct"}, "entry_point: kind");
    answer.evidence.emplace("health_data", access.health_data() ? "yes" : "no");
    return answer;
  });
}

Findings entry_point_unwritten(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (is_tool(access)) return does_not_apply;  // the tool's relay is the door
    return written(access.door.host, "entry_point: host");
  });
}

Findings relay_tool(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    const bool relayed = is_tool(access) || access.door.kind == "cloud-relay";
    if (!relayed && access.door.kind.empty()) return unknown("entry_point: kind");
    return {relayed ? Verdict::fail : Verdict::pass, {{"protocol", access.protocol}, {"value", access.door.kind}}};
  });
}

Findings no_break(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (access.path.empty()) return unknown("path");
    const bool broken = std::any_of(access.path.begin(), access.path.end(),
                                    [](const auto& step) { return step == "bastion" || step == "gateway"; });
    return {broken ? Verdict::pass : Verdict::fail, {}};
  });
}

Findings sources_open(const RemoteAccessFacts& facts, const Params& params) {
  return for_accesses(facts, [&](const Access& access) -> Answer {
    if (is_tool(access)) return does_not_apply;  // a relay hides where they come from
    if (access.sources.empty()) return {Verdict::fail, {{"value", ""}}};
    for (const auto& network : access.sources) {
      const bool six = network.find(':') != std::string::npos;
      if (prefix_of(network) < params.integer(six ? "min_prefix_ipv6" : "min_prefix_ipv4"))
        return {Verdict::fail, {{"value", network}}};
    }
    return {};
  });
}

Findings flows_open(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (access.flows.empty()) return {Verdict::fail, {{"value", ""}}};
    for (const auto& flow : access.flows) {
      const bool wide = flow.port == 0 || flow.to == "any" || flow.to.find('/') != std::string::npos;
      if (wide) return {Verdict::fail, {{"value", flow.to + (flow.port == 0 ? "" : ":" + std::to_string(flow.port))}}};
    }
    return {};
  });
}

Findings protocol_in_clear(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) {
    return unless_word(access.protocol, {"telnet", "ftp", "rsh", "http", "x11", "vnc", "vpn-pptp", "vpn-l2tp"},
                       "protocol");
  });
}

Findings vpn_not_ipsec(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (!access.protocol.starts_with("vpn-")) return does_not_apply;
    return {access.protocol == "vpn-ipsec" ? Verdict::pass : Verdict::fail, {{"value", access.protocol}}};
  });
}

Findings host_keys_undeclared(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    if (access.protocol != "ssh" && access.protocol != "sftp") return does_not_apply;
    return {access.door.host_keys.empty() ? Verdict::fail : Verdict::pass, {{"value", access.door.text()}}};
  });
}

}  // namespace hygie::remote_access
