// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/time.hpp"
#include "net/observation.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hygie::remote_access {

using net::Observation;
using net::Outcome;

/// A host key that a server showed. `proved`: it signed with it, on a connection that was carried through.
struct SshKey {
  std::string algorithm = {};  // by which it was asked for: "rsa-sha2-512"
  std::string type = {};       // "ssh-rsa"
  std::string sha256 = {};     // "SHA256:..."
  unsigned bits = 0;           // 0: a kind that we do not know
  Observation seen = {};
  Observation proved = {};
  // of a certificate
  bool certificate = false;
  std::string authority_type = {}, authority_sha256 = {};
  unsigned authority_bits = 0;
  bool of_a_host = true;
  core::OptionalInstant valid_from = {}, valid_until = {};  // absent: for ever
  std::vector<std::string> principals = {};
};

/// A group that a server gave when asked for sizes (bits).
struct SshGroup {
  std::string exchange = {};
  unsigned least = 0, wanted = 0, most = 0;
  unsigned bits = 0;
  Observation given = {};
};

/// What a server offers to a declared account, before anything is proved.
struct SshSignIn {
  std::string account = {};
  Observation asked = {};  // present: the list below is the server's
  std::vector<std::string> methods = {};
  bool without_proof = false;  // "none" was enough to sign in
};

/// An SSH entry point, as one address of it answered.
struct SshDoor {
  std::vector<std::string> accesses = {};  // ids in the register
  std::string host = {}, address = {};
  std::uint16_t port = 0;
  Observation reached = {};  // a connection was made
  Observation speaks = {};   // it identified itself as SSH
  std::string identification = {};
  std::vector<std::string> before = {};  // other lines ahead of it
  std::string banner = {};               // text before signing in
  Observation lists = {};
  std::vector<std::string> exchanges = {}, host_keys = {}, ciphers_in = {}, ciphers_out = {}, macs_in = {},
                           macs_out = {}, compressions_in = {}, compressions_out = {};
  std::vector<SshKey> keys = {};
  std::vector<SshGroup> groups = {};
  std::vector<SshSignIn> sign_ins = {};
  unsigned connections = 0, lost = 0;

  [[nodiscard]] std::string id() const { return (host.empty() ? address : host) + ":" + std::to_string(port); }
};

}  // namespace hygie::remote_access
