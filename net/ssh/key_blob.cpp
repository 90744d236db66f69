// SPDX-License-Identifier: EUPL-1.2
#include "net/ssh/key_blob.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>
#include <array>
#include <bit>

namespace hygie::net::ssh {
namespace {

constexpr std::string_view certificate_mark = "-cert-v0";
constexpr std::size_t most_principals = 256;

/// The fields of a plain key after its type, in order; none for a kind that we do not know.
struct Kind {
  std::string_view name;
  std::size_t fields;    // strings or mpints
  unsigned bits;         // fixed, or
  std::size_t measured;  // 1 + the field whose length is the key's
};
constexpr std::array<Kind, 9> kinds{{{"ssh-ed25519", 1, 256, 0},
                                     {"ssh-ed448", 1, 456, 0},
                                     {"ssh-rsa", 2, 0, 2},
                                     {"ssh-dss", 4, 0, 1},
                                     {"ecdsa-sha2-nistp256", 2, 256, 0},
                                     {"ecdsa-sha2-nistp384", 2, 384, 0},
                                     {"ecdsa-sha2-nistp521", 2, 521, 0},
                                     {"sk-ssh-ed25519@openssh.com", 2, 256, 0},
                                     {"sk-ecdsa-sha2-nistp256@openssh.com", 3, 256, 0}}};

const Kind* find_kind(std::string_view name) {
  for (const auto& one : kinds)
    if (one.name == name) return &one;
  return nullptr;
}

std::string plain_name(std::string_view type) {
  const auto mark = type.find(certificate_mark);
  if (mark == std::string_view::npos) return std::string(type);
  const auto at = type.find('@');
  const auto plain = type.substr(0, mark);
  // the keys of tokens carry their vendor after the version: sk-ssh-ed25519-cert-v01@openssh.com
  return plain.starts_with("sk-") && at != std::string_view::npos ? std::string(plain) + std::string(type.substr(at))
                                                                  : std::string(plain);
}

/// Reads the fields of a plain key and gives it its own blob, as it would stand alone.
bool read_plain(NetworkCursor& at, const Kind& kind, KeyBlob& key) {
  NetworkWriter plain;
  const auto append = [&](Bytes field) { plain.counted(4, [&](NetworkWriter& inside) { inside.bytes(field); }); };
  append(as_bytes(kind.name));
  key.bits = kind.bits;
  for (std::size_t i = 0; i < kind.fields; ++i) {
    const auto field = at.counted(4);
    append(field);
    if (kind.measured == i + 1) key.bits = mpint_bits(field);
  }
  key.sha256 = key_fingerprint(plain.out());
  return at.ok();
}

std::optional<KeyCertificate> read_certificate(NetworkCursor& at) {
  KeyCertificate out;
  at.take(8);  // serial
  out.kind = at.u32();
  at.counted(4);  // key id
  NetworkCursor principals(at.counted(4));
  while (principals.ok() && !principals.rest().empty() && out.principals.size() < most_principals)
    out.principals.emplace_back(as_text(principals.counted(4)));
  const auto time = [&] {
    const std::uint64_t high = at.u32();
    return high << 32U | at.u32();
  };
  out.after = time();
  out.before = time();
  at.counted(4);  // critical options
  at.counted(4);  // extensions
  at.counted(4);  // reserved
  const auto authority = at.counted(4);
  at.counted(4);  // its signature, which whoever connects checks
  if (!at.ok() || !principals.ok()) return std::nullopt;
  NetworkCursor signer(authority);
  const auto type = as_text(signer.counted(4));
  if (type.find(certificate_mark) != std::string_view::npos) return std::nullopt;  // PROTOCOL.certkeys: never one
  const auto key = read_key_blob(authority);
  if (!key) return std::nullopt;
  out.authority_type = key->type;
  out.authority_sha256 = key->sha256;
  out.authority_bits = key->bits;
  return out;
}

}  // namespace

unsigned mpint_bits(Bytes number) {
  while (!number.empty() && number.front() == 0) number = number.subspan(1);
  if (number.empty()) return 0;
  return static_cast<unsigned>((number.size() - 1) * 8) +
         static_cast<unsigned>(std::bit_width(static_cast<unsigned>(number.front())));
}

std::string key_fingerprint(Bytes blob) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(blob.data(), blob.size(), digest.data());
  std::array<unsigned char, 4 * ((SHA256_DIGEST_LENGTH + 2) / 3) + 1> text{};
  EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest.size()));
  std::string out = "SHA256:" + std::string(reinterpret_cast<const char*>(text.data()));
  while (out.ends_with('=')) out.pop_back();
  return out;
}

std::optional<KeyBlob> read_key_blob(Bytes blob) {
  NetworkCursor at(blob);
  KeyBlob key;
  key.type = as_text(at.counted(4));
  if (!at.ok() || key.type.empty() || key.type.size() > 128) return std::nullopt;
  const auto plain = plain_name(key.type);
  const auto* kind = find_kind(plain);
  if (kind == nullptr) {
    key.sha256 = key_fingerprint(blob);
    return key;
  }
  const bool certified = plain != key.type;
  if (certified) at.counted(4);  // nonce
  if (!read_plain(at, *kind, key)) return std::nullopt;
  if (!certified) return key;
  key.certificate = read_certificate(at);
  if (!key.certificate) return std::nullopt;
  return key;
}

}  // namespace hygie::net::ssh
