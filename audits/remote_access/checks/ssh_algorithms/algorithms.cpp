// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/ssh.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::remote_access {
namespace {

std::set<std::string> as_set(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

using NamesOf = std::set<std::string> (*)(const SshDoor&);
std::set<std::string> exchanges_of(const SshDoor& door) { return as_set(door.exchanges); }
std::set<std::string> host_keys_of(const SshDoor& door) { return as_set(door.host_keys); }
std::set<std::string> ciphers_of(const SshDoor& door) { return both(door.ciphers_in, door.ciphers_out); }
std::set<std::string> macs_of(const SshDoor& door) { return both(door.macs_in, door.macs_out); }

template <AlgorithmKind kind, NamesOf names, Worth bad>
Findings worth(const RemoteAccessFacts& facts, const Params& params) {
  return for_lists(facts, [&](const SshDoor& door) { return by_worth(kind, names(door), bad, params); });
}

/// The smallest group given to the second of our questions, by which a server is judged; the first is answered with a
/// fixed group by OpenSSH before 10.0, whatever its moduli are.
Answer by_group(const SshDoor& door, const Params& params) {
  const bool offered = std::any_of(door.exchanges.begin(), door.exchanges.end(), [](const std::string& one) {
    return one.find("group-exchange") != std::string::npos || one.starts_with("gss-gex-");
  });
  if (!offered) return does_not_apply;
  for (const auto& group : door.groups) {
    if (group.least < 2048) continue;
    if (!group.given.present()) return unknown(group.given.reason);
    return {group.bits < params.integer("min_bits") ? Verdict::fail : Verdict::pass,
            {{"bits", std::to_string(group.bits)}}};
  }
  return unknown("not-asked");
}

bool among(const std::vector<std::string>& names, std::string_view one) {
  return std::find(names.begin(), names.end(), one) != names.end();
}

/// CVE-2023-48795 wants ChaCha20-Poly1305, or a CBC cipher with an encrypt-then-MAC seal, in one direction.
std::string terrapin_pair(const std::vector<std::string>& ciphers, const std::vector<std::string>& macs) {
  if (among(ciphers, "chacha20-poly1305@openssh.com")) return "chacha20-poly1305@openssh.com";
  const auto etm = std::find_if(macs.begin(), macs.end(),
                                [](const std::string& one) { return one.find("-etm@") != std::string::npos; });
  const auto cbc = std::find_if(ciphers.begin(), ciphers.end(),
                                [](const std::string& one) { return one.find("-cbc") != std::string::npos; });
  return etm != macs.end() && cbc != ciphers.end() ? *cbc + " + " + *etm : std::string();
}

}  // namespace

Findings ssh_exchange_weak(const RemoteAccessFacts& facts, const Params& params) {
  return worth<AlgorithmKind::exchange, &exchanges_of, Worth::fail>(facts, params);
}
Findings ssh_exchange_ageing(const RemoteAccessFacts& facts, const Params& params) {
  return worth<AlgorithmKind::exchange, &exchanges_of, Worth::warn>(facts, params);
}
Findings ssh_host_key_weak(const RemoteAccessFacts& facts, const Params& params) {
  return worth<AlgorithmKind::key, &host_keys_of, Worth::fail>(facts, params);
}
Findings ssh_cipher_weak(const RemoteAccessFacts& facts, const Params& params) {
  return worth<AlgorithmKind::cipher, &ciphers_of, Worth::fail>(facts, params);
}
Findings ssh_cipher_ageing(const RemoteAccessFacts& facts, const Params& params) {
  return worth<AlgorithmKind::cipher, &ciphers_of, Worth::warn>(facts, params);
}
Findings ssh_mac_weak(const RemoteAccessFacts& facts, const Params& params) {
  return worth<AlgorithmKind::mac, &macs_of, Worth::fail>(facts, params);
}
Findings ssh_mac_ageing(const RemoteAccessFacts& facts, const Params& params) {
  return worth<AlgorithmKind::mac, &macs_of, Worth::warn>(facts, params);
}

Findings ssh_unknown_algorithm(const RemoteAccessFacts& facts, const Params&) {
  return for_lists(facts, [](const SshDoor& door) -> Answer {
    std::vector<std::string> found;
    const auto look = [&](AlgorithmKind kind, const std::set<std::string>& names) {
      for (const auto& name : names)
        if (!name.empty() && find_algorithm(kind, name) == nullptr) found.push_back(name);
    };
    look(AlgorithmKind::exchange, exchanges_of(door));
    look(AlgorithmKind::key, host_keys_of(door));
    look(AlgorithmKind::cipher, ciphers_of(door));
    look(AlgorithmKind::mac, macs_of(door));
    return {found.empty() ? Verdict::pass : Verdict::fail, {{"algorithms", fmt::format("{}", fmt::join(found, ", "))}}};
  });
}

Findings ssh_not_quantum_safe(const RemoteAccessFacts& facts, const Params&) {
  return for_lists(facts, [](const SshDoor& door) -> Answer {
    const bool hybrid = std::any_of(door.exchanges.begin(), door.exchanges.end(), [](const std::string& one) {
      const auto* known = find_algorithm(AlgorithmKind::exchange, one);
      return known != nullptr && std::find(known->reasons.begin(), known->reasons.end(), "PQ") != known->reasons.end();
    });
    return {hybrid ? Verdict::pass : Verdict::fail, {}};
  });
}

Findings ssh_group_small(const RemoteAccessFacts& facts, const Params& params) {
  return for_lists(facts, [&](const SshDoor& door) { return by_group(door, params); });
}
Findings ssh_group_ageing(const RemoteAccessFacts& facts, const Params& params) {
  return for_lists(facts, [&](const SshDoor& door) { return by_group(door, params); });
}

Findings ssh_terrapin(const RemoteAccessFacts& facts, const Params&) {
  return for_lists(facts, [](const SshDoor& door) -> Answer {
    auto pair = terrapin_pair(door.ciphers_in, door.macs_in);
    if (pair.empty()) pair = terrapin_pair(door.ciphers_out, door.macs_out);
    const bool strict = among(door.exchanges, "kex-strict-s-v00@openssh.com");
    return {!strict && !pair.empty() ? Verdict::fail : Verdict::pass, {{"algorithms", pair}}};
  });
}

Findings ssh_compression(const RemoteAccessFacts& facts, const Params&) {
  return for_lists(facts, [](const SshDoor& door) -> Answer {
    const bool early = both(door.compressions_in, door.compressions_out).contains("zlib");
    return {early ? Verdict::fail : Verdict::pass, {}};
  });
}

}  // namespace hygie::remote_access
