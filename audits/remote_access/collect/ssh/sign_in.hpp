// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/facts/ssh.hpp"
#include "core/cancel.hpp"
#include "net/scope.hpp"

#include <chrono>
#include <string>

namespace hygie::remote_access {

struct SignInSeen {
  SshSignIn offered = {};
  SshKey key = {};  // the one that the server proved to hold
  std::string banner = {};
};

/// Asks with which methods this declared account may sign in (RFC 4252, 5.2: the method "none"), and no more: no
/// password, no key of ours is ever sent. By libssh, with the address given and nothing of the machine's own SSH
/// configuration.
[[nodiscard]] SignInSeen ask_sign_in(const net::PinnedAddress& pinned, const std::string& account,
                                     const core::Deadline& deadline, std::chrono::milliseconds limit);

}  // namespace hygie::remote_access
