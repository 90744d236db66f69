// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::net::tls {

/// Versions as they are written on the wire.
inline constexpr std::uint16_t ssl2 = 0x0002, ssl3 = 0x0300, tls10 = 0x0301, tls11 = 0x0302, tls12 = 0x0303,
                               tls13 = 0x0304;
/// "TLS 1.2", "SSL 3.0"; the number in hexadecimal when nobody knows it.
[[nodiscard]] std::string version_name(std::uint16_t version);

/// A suite of IANA's registry.
struct Suite {
  std::uint16_t id = 0;
  std::string_view name;
};
[[nodiscard]] std::span<const Suite> all_suites();
/// "TLS_RSA_WITH_RC4_128_SHA"; its number in hexadecimal when the registry has none.
[[nodiscard]] std::string suite_name(std::uint16_t id);

enum class KeyExchange {
  null,
  any,
  rsa,
  rsa_export,
  dh,
  dhe,
  ecdh,
  ecdhe,
  psk,
  rsa_psk,
  dhe_psk,
  ecdhe_psk,
  krb5,
  srp,
  gost,
  eccpwd
};
enum class Authentication { null, any, anonymous, rsa, dss, ecdsa, psk, krb5, srp, gost, eccpwd };
enum class CipherMode { null, stream, cbc, aead };

/// What a suite's name says of it: the registry's names are a grammar, so that no second table has to agree with the
/// first.
struct SuiteTraits {
  KeyExchange exchange = KeyExchange::null;
  Authentication authentication = Authentication::null;
  bool export_grade = false;
  std::string_view cipher;  // "AES_256_GCM", "3DES_EDE_CBC", "NULL"
  std::string_view mac;     // "SHA256"; of an AEAD, its pseudo-random function, empty where the name does not say
  unsigned bits = 0;        // strength of the key, 112 for 3DES
  CipherMode mode = CipherMode::null;
  bool forward_secrecy = false;
};
/// Nothing when the number is unknown.
[[nodiscard]] std::optional<SuiteTraits> suite_traits(std::uint16_t id);
[[nodiscard]] std::optional<SuiteTraits> traits_of_name(std::string_view name);

/// Does the suite have a meaning at this version? TLS 1.3 has its own; AEAD and SHA-2 came with TLS 1.2 (SHA-2 with
/// pre-shared keys before).
[[nodiscard]] bool exists_at(std::uint16_t suite, std::uint16_t version);
/// The suites of a version, those most servers have first.
[[nodiscard]] std::vector<std::uint16_t> suites_of_version(std::uint16_t version);

/// A cipher of SSLv2, three bytes on the wire: "SSL_CK_RC4_128_WITH_MD5".
[[nodiscard]] std::string ssl2_cipher_name(std::uint32_t id);

/// A group of the registry: "x25519", "secp256r1", "x25519mlkem768".
struct Group {
  std::uint16_t id = 0;
  std::string_view name;
  bool before13 = false;  // has a meaning before TLS 1.3
  bool in13 = false;
};
[[nodiscard]] std::span<const Group> all_groups();
[[nodiscard]] std::string group_name(std::uint16_t id);

}  // namespace hygie::net::tls
