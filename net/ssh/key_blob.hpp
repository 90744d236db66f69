// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hygie::net::ssh {

/// What an OpenSSH certificate (PROTOCOL.certkeys) adds to a host key.
struct KeyCertificate {
  std::string authority_type, authority_sha256;  // of the key that signed
  unsigned authority_bits = 0;
  std::uint64_t after = 0, before = 0;  // seconds since 1970; `before` may be all ones: for ever
  std::uint32_t kind = 0;               // 1: user, 2: host
  std::vector<std::string> principals;
};

/// A public key as SSH writes it (RFC 4253, 6.6; RFC 5656; RFC 8709).
struct KeyBlob {
  std::string type;    // "ssh-ed25519", "ssh-rsa-cert-v01@openssh.com"
  unsigned bits = 0;   // 0: a kind that we do not know
  std::string sha256;  // "SHA256:...", of the plain key inside, as ssh-keygen -l prints it
  std::optional<KeyCertificate> certificate;
};
/// Absent when the bytes are not a key.
[[nodiscard]] std::optional<KeyBlob> read_key_blob(Bytes blob);
/// "SHA256:" and the base64 of the digest, without padding.
[[nodiscard]] std::string key_fingerprint(Bytes blob);
/// Bits of an mpint (RFC 4251, 5).
[[nodiscard]] unsigned mpint_bits(Bytes number);

}  // namespace hygie::net::ssh
