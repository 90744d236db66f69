// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/suites.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <utility>

namespace hygie::net::tls {
namespace {

struct ExchangeName {
  std::string_view name;
  KeyExchange exchange;
  Authentication authentication;
};
using K = KeyExchange;
using A = Authentication;
constexpr ExchangeName exchanges[] = {
    {"RSA", K::rsa, A::rsa},
    {"RSA_EXPORT", K::rsa_export, A::rsa},
    {"DHE_RSA", K::dhe, A::rsa},
    {"DHE_DSS", K::dhe, A::dss},
    {"DH_RSA", K::dh, A::rsa},
    {"DH_DSS", K::dh, A::dss},
    {"DH_anon", K::dhe, A::anonymous},
    {"ECDHE_RSA", K::ecdhe, A::rsa},
    {"ECDHE_ECDSA", K::ecdhe, A::ecdsa},
    {"ECDH_RSA", K::ecdh, A::rsa},
    {"ECDH_ECDSA", K::ecdh, A::ecdsa},
    {"ECDH_anon", K::ecdhe, A::anonymous},
    {"PSK", K::psk, A::psk},
    {"RSA_PSK", K::rsa_psk, A::rsa},
    {"DHE_PSK", K::dhe_psk, A::psk},
    {"PSK_DHE", K::dhe_psk, A::psk},
    {"ECDHE_PSK", K::ecdhe_psk, A::psk},
    {"KRB5", K::krb5, A::krb5},
    {"SRP_SHA", K::srp, A::srp},
    {"SRP_SHA_RSA", K::srp, A::rsa},
    {"SRP_SHA_DSS", K::srp, A::dss},
    {"GOSTR341112_256", K::gost, A::gost},
    {"ECCPWD", K::eccpwd, A::eccpwd},
    {"NULL", K::null, A::null},
};

struct CipherName {
  std::string_view name;
  unsigned bits;
  CipherMode mode;
};
using M = CipherMode;
// The longest of two that begin alike comes first.
constexpr CipherName ciphers[] = {
    {"NULL", 0, M::null},
    {"RC4_40", 40, M::stream},
    {"RC4_56", 56, M::stream},
    {"RC4_128", 128, M::stream},
    {"RC2_CBC_40", 40, M::cbc},
    {"IDEA_CBC", 128, M::cbc},
    {"DES40_CBC", 40, M::cbc},
    {"DES_CBC_40", 40, M::cbc},
    {"DES_CBC", 56, M::cbc},
    {"3DES_EDE_CBC", 112, M::cbc},
    {"SEED_CBC", 128, M::cbc},
    {"AES_128_CBC", 128, M::cbc},
    {"AES_256_CBC", 256, M::cbc},
    {"AES_128_GCM", 128, M::aead},
    {"AES_256_GCM", 256, M::aead},
    {"AES_128_CCM_8", 128, M::aead},
    {"AES_256_CCM_8", 256, M::aead},
    {"AES_128_CCM", 128, M::aead},
    {"AES_256_CCM", 256, M::aead},
    {"CAMELLIA_128_CBC", 128, M::cbc},
    {"CAMELLIA_256_CBC", 256, M::cbc},
    {"CAMELLIA_128_GCM", 128, M::aead},
    {"CAMELLIA_256_GCM", 256, M::aead},
    {"ARIA_128_CBC", 128, M::cbc},
    {"ARIA_256_CBC", 256, M::cbc},
    {"ARIA_128_GCM", 128, M::aead},
    {"ARIA_256_GCM", 256, M::aead},
    {"CHACHA20_POLY1305", 256, M::aead},
    {"SM4_GCM", 128, M::aead},
    {"SM4_CCM", 128, M::aead},
    {"AEGIS_256", 256, M::aead},
    {"AEGIS_128L", 128, M::aead},
    {"KUZNYECHIK_CTR", 256, M::stream},
    {"MAGMA_CTR", 256, M::stream},
    {"28147_CNT", 256, M::stream},
    {"KUZNYECHIK_MGM", 256, M::aead},
    {"MAGMA_MGM", 256, M::aead},
};

bool begins_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == '_');
}

/// "AES_128_GCM_SHA256" into its cipher and what follows.
bool read_cipher(std::string_view text, SuiteTraits& traits) {
  for (const auto& cipher : ciphers) {
    if (!begins_with_word(text, cipher.name)) continue;
    traits.cipher = text.substr(0, cipher.name.size());
    traits.mac = text.substr(std::min(text.size(), cipher.name.size() + 1));
    traits.bits = cipher.bits;
    traits.mode = cipher.mode;
    return true;
  }
  return false;
}

bool read_exchange(std::string_view text, SuiteTraits& traits) {
  for (const std::string_view grade : {"_EXPORT1024", "_EXPORT"})
    if (text.ends_with(grade)) {
      traits.export_grade = true;
      text.remove_suffix(grade.size());
      break;
    }
  const auto* const found =
      std::find_if(std::begin(exchanges), std::end(exchanges), [&](const auto& one) { return one.name == text; });
  if (found == std::end(exchanges)) return false;
  traits.exchange = traits.export_grade && found->exchange == K::rsa ? K::rsa_export : found->exchange;
  traits.authentication = found->authentication;
  traits.forward_secrecy = traits.exchange == K::dhe || traits.exchange == K::ecdhe || traits.exchange == K::dhe_psk ||
                           traits.exchange == K::ecdhe_psk || traits.exchange == K::eccpwd;
  return true;
}

bool is_tls13(std::uint16_t suite) {
  const auto high = suite >> 8U;
  return high == 0x13 || suite == 0x00c6 || suite == 0x00c7 || suite == 0xc0b4 || suite == 0xc0b5 ||
         (suite >= 0xc103 && suite <= 0xc106);
}

/// What a server of today or yesterday is likeliest to have: 0 first. Only the number of hellos depends on it.
unsigned rarity(const Suite& suite) {
  const auto traits = traits_of_name(suite.name);
  if (!traits) return 3;
  if (traits->cipher.starts_with("ARIA") || traits->cipher.starts_with("CAMELLIA") ||
      traits->cipher.starts_with("SEED") || traits->cipher.starts_with("IDEA") ||
      traits->cipher.find("CCM") != std::string_view::npos)
    return traits->exchange == K::rsa || traits->exchange == K::dhe || traits->exchange == K::ecdhe ? 1 : 3;
  switch (traits->exchange) {
    case K::ecdhe:
    case K::dhe:
    case K::rsa: return traits->authentication == A::dss ? 2 : 0;
    case K::rsa_export:
    case K::any: return 0;
    case K::ecdh:
    case K::dh: return 2;
    default: return 3;
  }
}

constexpr std::pair<std::uint32_t, std::string_view> ssl2_ciphers[] = {
    {0x010080, "SSL_CK_RC4_128_WITH_MD5"},         {0x020080, "SSL_CK_RC4_128_EXPORT40_WITH_MD5"},
    {0x030080, "SSL_CK_RC2_128_CBC_WITH_MD5"},     {0x040080, "SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5"},
    {0x050080, "SSL_CK_IDEA_128_CBC_WITH_MD5"},    {0x060040, "SSL_CK_DES_64_CBC_WITH_MD5"},
    {0x0700c0, "SSL_CK_DES_192_EDE3_CBC_WITH_MD5"}};

// IANA, "TLS Supported Groups" (tls-parameters-8); 0x6399 is the draft that browsers spoke before ML-KEM was published.
constexpr Group groups[] = {{0x001d, "x25519", true, true},
                            {0x0017, "secp256r1", true, true},
                            {0x0018, "secp384r1", true, true},
                            {0x0019, "secp521r1", true, true},
                            {0x001e, "x448", true, true},
                            {0x11ec, "x25519mlkem768", false, true},
                            {0x11eb, "secp256r1mlkem768", false, true},
                            {0x11ed, "secp384r1mlkem1024", false, true},
                            {0x6399, "x25519kyber768draft00", false, true},
                            {0x0200, "mlkem512", false, true},
                            {0x0201, "mlkem768", false, true},
                            {0x0202, "mlkem1024", false, true},
                            {0x0100, "ffdhe2048", false, true},
                            {0x0101, "ffdhe3072", false, true},
                            {0x0102, "ffdhe4096", false, true},
                            {0x0103, "ffdhe6144", false, true},
                            {0x0104, "ffdhe8192", false, true},
                            {0x001a, "brainpoolP256r1", true, false},
                            {0x001b, "brainpoolP384r1", true, false},
                            {0x001c, "brainpoolP512r1", true, false},
                            {0x001f, "brainpoolP256r1tls13", false, true},
                            {0x0020, "brainpoolP384r1tls13", false, true},
                            {0x0021, "brainpoolP512r1tls13", false, true},
                            {0x0029, "curveSM2", false, true},
                            {0x0016, "secp256k1", true, false},
                            {0x0015, "secp224r1", true, false},
                            {0x0014, "secp224k1", true, false},
                            {0x0013, "secp192r1", true, false},
                            {0x0012, "secp192k1", true, false},
                            {0x0011, "secp160r2", true, false},
                            {0x0010, "secp160r1", true, false},
                            {0x000f, "secp160k1", true, false},
                            {0x000e, "sect571r1", true, false},
                            {0x000d, "sect571k1", true, false},
                            {0x000c, "sect409r1", true, false},
                            {0x000b, "sect409k1", true, false},
                            {0x000a, "sect283r1", true, false},
                            {0x0009, "sect283k1", true, false},
                            {0x0008, "sect239k1", true, false},
                            {0x0007, "sect233r1", true, false},
                            {0x0006, "sect233k1", true, false},
                            {0x0005, "sect193r2", true, false},
                            {0x0004, "sect193r1", true, false},
                            {0x0003, "sect163r2", true, false},
                            {0x0002, "sect163r1", true, false},
                            {0x0001, "sect163k1", true, false}};

}  // namespace

std::string version_name(std::uint16_t version) {
  constexpr std::array<std::string_view, 5> names{"SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"};
  if (version == ssl2) return "SSL 2.0";
  if (version >= ssl3 && version <= tls13) return std::string(names[version & 0xffU]);
  return fmt::format("0x{:04x}", version);
}

std::string suite_name(std::uint16_t id) {
  const auto suites = all_suites();
  const auto found = std::lower_bound(suites.begin(), suites.end(), id,
                                      [](const Suite& suite, std::uint16_t wanted) { return suite.id < wanted; });
  return found != suites.end() && found->id == id ? std::string(found->name) : fmt::format("0x{:04x}", id);
}

std::optional<SuiteTraits> traits_of_name(std::string_view name) {
  if (!name.starts_with("TLS_")) return std::nullopt;
  name.remove_prefix(4);
  SuiteTraits traits;
  const auto with = name.find("_WITH_");
  if (with != std::string_view::npos) {
    const bool known = read_exchange(name.substr(0, with), traits) && read_cipher(name.substr(with + 6), traits);
    return known ? std::optional(traits) : std::nullopt;
  }
  // A suite of TLS 1.3: whatever group and certificate were agreed on elsewhere; two of them only sign, RFC 9150.
  traits.exchange = K::any;
  traits.authentication = A::any;
  traits.forward_secrecy = true;
  if (read_cipher(name, traits)) return traits;
  if (name != "SHA256_SHA256" && name != "SHA384_SHA384") return std::nullopt;
  traits.cipher = "NULL";
  traits.mac = name.substr(0, 6);
  return traits;
}

std::optional<SuiteTraits> suite_traits(std::uint16_t id) {
  for (const auto& suite : all_suites())
    if (suite.id == id) return traits_of_name(suite.name);
  return std::nullopt;
}

bool exists_at(std::uint16_t suite, std::uint16_t version) {
  if (is_tls13(suite)) return version == tls13;
  if (version >= tls12) return version == tls12;
  const auto traits = suite_traits(suite);
  if (!traits || traits->mode == M::aead) return false;
  const bool pre_shared = traits->exchange == K::psk || traits->exchange == K::rsa_psk ||
                          traits->exchange == K::dhe_psk || traits->exchange == K::ecdhe_psk;
  return pre_shared || (traits->mac != "SHA256" && traits->mac != "SHA384");
}

std::vector<std::uint16_t> suites_of_version(std::uint16_t version) {
  std::vector<std::pair<unsigned, std::uint16_t>> ranked;
  for (const auto& suite : all_suites())
    if (suite.id != 0 && exists_at(suite.id, version)) ranked.emplace_back(rarity(suite), suite.id);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::uint16_t> suites;
  suites.reserve(ranked.size());
  for (const auto& [rank, suite] : ranked) suites.push_back(suite);
  return suites;
}

std::string ssl2_cipher_name(std::uint32_t id) {
  for (const auto& [number, name] : ssl2_ciphers)
    if (number == id) return std::string(name);
  return fmt::format("0x{:06x}", id);
}

std::span<const Group> all_groups() { return groups; }

std::string group_name(std::uint16_t id) {
  for (const auto& group : groups)
    if (group.id == id) return std::string(group.name);
  return fmt::format("0x{:04x}", id);
}

}  // namespace hygie::net::tls
