// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/tls/convert.hpp"

#include <fmt/format.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <algorithm>
#include <array>
#include <memory>

namespace hygie::exposure {
namespace {

using net::Observation;
using net::Outcome;

// IANA, "TLS SignatureScheme" and the pairs of RFC 5246.
constexpr std::pair<std::uint16_t, std::string_view> algorithms[] = {{0x0101, "rsa_pkcs1_md5"},
                                                                     {0x0201, "rsa_pkcs1_sha1"},
                                                                     {0x0203, "ecdsa_sha1"},
                                                                     {0x0202, "dsa_sha1"},
                                                                     {0x0301, "rsa_pkcs1_sha224"},
                                                                     {0x0302, "dsa_sha224"},
                                                                     {0x0303, "ecdsa_sha224"},
                                                                     {0x0401, "rsa_pkcs1_sha256"},
                                                                     {0x0402, "dsa_sha256"},
                                                                     {0x0403, "ecdsa_secp256r1_sha256"},
                                                                     {0x0501, "rsa_pkcs1_sha384"},
                                                                     {0x0503, "ecdsa_secp384r1_sha384"},
                                                                     {0x0601, "rsa_pkcs1_sha512"},
                                                                     {0x0603, "ecdsa_secp521r1_sha512"},
                                                                     {0x0804, "rsa_pss_rsae_sha256"},
                                                                     {0x0805, "rsa_pss_rsae_sha384"},
                                                                     {0x0806, "rsa_pss_rsae_sha512"},
                                                                     {0x0807, "ed25519"},
                                                                     {0x0808, "ed448"},
                                                                     {0x0809, "rsa_pss_pss_sha256"},
                                                                     {0x080a, "rsa_pss_pss_sha384"},
                                                                     {0x080b, "rsa_pss_pss_sha512"},
                                                                     {0x081a, "ecdsa_brainpoolP256r1tls13_sha256"},
                                                                     {0x081b, "ecdsa_brainpoolP384r1tls13_sha384"},
                                                                     {0x081c, "ecdsa_brainpoolP512r1tls13_sha512"}};

using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

/// The prime of a group that OpenSSL knows by name.
Number named_prime(const char* name) {
  Number none(nullptr, &BN_free);
  const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
      EVP_PKEY_CTX_new_from_name(nullptr, "DH", nullptr), &EVP_PKEY_CTX_free);
  std::string group(name);
  const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size()),
                              OSSL_PARAM_construct_end()};
  EVP_PKEY* made = nullptr;
  if (!context || EVP_PKEY_paramgen_init(context.get()) != 1 ||
      EVP_PKEY_CTX_set_params(context.get(), parameters.data()) != 1 || EVP_PKEY_generate(context.get(), &made) != 1)
    return none;
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(made, &EVP_PKEY_free);
  BIGNUM* prime = nullptr;
  if (EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_FFC_P, &prime) != 1) return none;
  return {prime, &BN_free};
}

struct KnownPrime {
  std::string name;
  Number value;
};

const std::vector<KnownPrime>& known_primes() {
  static const auto table = [] {
    std::vector<KnownPrime> all;
    all.push_back({"RFC 2409 group 1", {BN_get_rfc2409_prime_768(nullptr), &BN_free}});
    all.push_back({"RFC 2409 group 2", {BN_get_rfc2409_prime_1024(nullptr), &BN_free}});
    using Make = BIGNUM* (*)(BIGNUM*);
    constexpr std::pair<int, Make> rfc3526[] = {{5, &BN_get_rfc3526_prime_1536},  {14, &BN_get_rfc3526_prime_2048},
                                                {15, &BN_get_rfc3526_prime_3072}, {16, &BN_get_rfc3526_prime_4096},
                                                {17, &BN_get_rfc3526_prime_6144}, {18, &BN_get_rfc3526_prime_8192}};
    for (const auto& [group, make] : rfc3526)
      all.push_back({fmt::format("RFC 3526 group {}", group), {make(nullptr), &BN_free}});
    for (const char* const name : {"ffdhe2048", "ffdhe3072", "ffdhe4096", "ffdhe6144", "ffdhe8192"})
      all.push_back({fmt::format("RFC 7919 {}", name), named_prime(name)});
    for (const char* const name : {"dh_1024_160", "dh_2048_224", "dh_2048_256"})
      all.push_back({fmt::format("RFC 5114 {}", name), named_prime(name)});
    return all;
  }();
  return table;
}

TlsVersion version_of(const net::tls::VersionFacts& seen) {
  TlsVersion out{net::tls::version_name(seen.version), seen.offered, {}, seen.suites_complete, seen.server_order};
  for (const auto suite : seen.suites) out.suites.push_back(net::tls::suite_name(suite));
  return out;
}

/// Both lists in one: those of TLS 1.3 first, which nobody else may see.
void join_groups(const net::tls::TlsFacts& seen, Tls& out) {
  for (const auto* const list : {&seen.groups13, &seen.groups12})
    for (const auto group : list->groups) {
      auto name = net::tls::group_name(group);
      if (std::find(out.groups.begin(), out.groups.end(), name) == out.groups.end())
        out.groups.push_back(std::move(name));
    }
  out.groups_complete = seen.groups13.complete;
  const auto& older = seen.groups12.complete;
  if (out.groups_complete.outcome == Outcome::not_run || older.outcome == Outcome::unknown) out.groups_complete = older;
}

}  // namespace

std::string prime_name(net::Bytes prime) {
  const Number number(BN_bin2bn(prime.data(), static_cast<int>(prime.size()), nullptr), &BN_free);
  for (const auto& known : known_primes())
    if (known.value && number && BN_cmp(known.value.get(), number.get()) == 0) return known.name;
  return "own";
}

std::string signature_algorithm_name(std::uint16_t id) {
  for (const auto& [number, name] : algorithms)
    if (number == id) return std::string(name);
  return fmt::format("0x{:04x}", id);
}

std::string chain_kind(net::tls::Authentication kind) {
  switch (kind) {
    case net::tls::Authentication::rsa: return "rsa";
    case net::tls::Authentication::ecdsa: return "ecdsa";
    case net::tls::Authentication::dss: return "dsa";
    case net::tls::Authentication::gost: return "gost";
    default: return "other";
  }
}

Tls nothing_known(const std::string& reason) {
  const Observation unknown{Outcome::unknown, reason};
  Tls out;
  for (const auto version :
       {net::tls::ssl2, net::tls::ssl3, net::tls::tls10, net::tls::tls11, net::tls::tls12, net::tls::tls13})
    out.versions.push_back({net::tls::version_name(version), unknown, {}, {}, {}});
  for (auto* const one : {&out.starttls_offered,
                          &out.groups_complete,
                          &out.dh_read,
                          &out.signatures_complete,
                          &out.compression,
                          &out.secure_renegotiation,
                          &out.client_renegotiation,
                          &out.fallback_scsv,
                          &out.extended_master_secret,
                          &out.heartbeat,
                          &out.stapling,
                          &out.early_data,
                          &out.client_certificate_wanted,
                          &out.session_tickets,
                          &out.heartbleed,
                          &out.ccs_injection,
                          &out.robot,
                          &out.ticketbleed,
                          &out.chains_read,
                          &out.strict_name})
    *one = unknown;
  return out;
}

Tls facts_of(const net::tls::TlsFacts& seen) {
  Tls out;
  out.starttls_offered = seen.starttls;
  TlsVersion two{net::tls::version_name(net::tls::ssl2), seen.ssl2, {}, {}, {}};
  for (const auto cipher : seen.ssl2_ciphers) two.suites.push_back(net::tls::ssl2_cipher_name(cipher));
  out.versions.push_back(std::move(two));
  for (const auto& version : seen.versions) out.versions.push_back(version_of(version));
  join_groups(seen, out);
  out.dh_read = seen.dh_prime_read;
  out.dh_bits = seen.dh_bits;
  out.export_rsa_bits = seen.export_rsa_bits;
  if (!seen.dh_prime.empty()) out.dh_prime = prime_name(seen.dh_prime);
  for (const auto one : seen.signatures.groups) out.signatures.push_back(signature_algorithm_name(one));
  out.signatures_complete = seen.signatures.complete;
  out.alpn = seen.alpn_protocols;
  out.compression = seen.compression;
  out.secure_renegotiation = seen.secure_renegotiation;
  out.client_renegotiation = seen.client_renegotiation;
  out.fallback_scsv = seen.fallback_scsv;
  out.extended_master_secret = seen.extended_master_secret;
  out.heartbeat = seen.heartbeat;
  out.stapling = seen.ocsp_stapling;
  out.early_data = seen.early_data;
  out.client_certificate_wanted = seen.client_certificate_wanted;
  out.session_tickets = seen.session_tickets;
  out.heartbleed = seen.heartbleed;
  out.ccs_injection = seen.ccs_injection;
  out.robot = seen.robot;
  out.ticketbleed = seen.ticketbleed;
  out.chains_read = seen.chains_read;
  out.strict_name = seen.strict_name;
  out.connections = seen.connections;
  out.connections_lost = seen.connections_lost;
  return out;
}

}  // namespace hygie::exposure
