// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/ssh/talk.hpp"

#include <string>
#include <vector>

namespace hygie::remote_access {

/// At most so many connections to one entry point in all: OpenSSH 9.8 and later count each that does not sign in
/// (PerSourcePenalties: 1 s each, refused from 15 s on), and a bastion must stay usable while it is looked at.
inline constexpr unsigned most_connections = 5;

/// What is still to be asked once the lists are known and the server's first key was seen: one conversation a key that
/// is not yet known, group exchange measured on the way; `budget` conversations at most.
[[nodiscard]] std::vector<net::ssh::Question> next_questions(const net::ssh::Lists& lists, const std::string& first_key,
                                                             unsigned budget);

/// The key that an algorithm signs with: "rsa-sha2-512" and "ssh-rsa" share theirs. Empty for one that we cannot read.
[[nodiscard]] std::string key_of(std::string_view algorithm);

}  // namespace hygie::remote_access
