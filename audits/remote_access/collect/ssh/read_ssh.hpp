// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/facts.hpp"
#include "core/progress.hpp"
#include "net/gate/gate.hpp"

namespace hygie::remote_access {

/// An SSH entry point of the register, and who is declared to enter by it.
struct SshTarget {
  std::string host;
  std::uint16_t port = 22;
  std::vector<std::string> accesses, accounts;
};
/// One for each host and port; closed accesses too: their doors must not answer. Accounts are those of open accesses.
[[nodiscard]] std::vector<SshTarget> ssh_targets(const Register& declared);

/// Open accesses over SSH whose entry point nobody wrote: they cannot be asked.
[[nodiscard]] std::vector<std::string> ssh_without_host(const Register& declared);

/// Asks each entry point through the gate and adds what it said. What could not be asked is a gap of the facts; a door
/// that did not answer is a fact.
void read_ssh(RemoteAccessFacts& facts, net::Gate& gate, core::Progress& progress);

}  // namespace hygie::remote_access
