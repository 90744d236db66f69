// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/suites.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

using namespace hygie::net::tls;

TEST_CASE("TLS suites: the table is sorted, without doubles, and every name is understood") {
  const auto suites = all_suites();
  CHECK(suites.size() > 330);
  CHECK(std::is_sorted(suites.begin(), suites.end(), [](const auto& a, const auto& b) { return a.id < b.id; }));
  std::set<std::string_view> names;
  for (const auto& suite : suites) {
    INFO(suite.name);
    CHECK(names.insert(suite.name).second);
    const auto traits = traits_of_name(suite.name);
    REQUIRE(traits);
    CHECK((traits->bits == 0) == (traits->cipher == "NULL"));
    CHECK(suite_name(suite.id) == suite.name);
  }
  CHECK(suite_name(0xfafa) == "0xfafa");
  CHECK_FALSE(suite_traits(0xfafa));
  CHECK_FALSE(traits_of_name("TLS_RSA_WITH_ROT13_SHA"));
}

TEST_CASE("TLS suites: what a name says") {
  const auto gcm = suite_traits(0xc030).value();
  CHECK(gcm.exchange == KeyExchange::ecdhe);
  CHECK(gcm.authentication == Authentication::rsa);
  CHECK(gcm.cipher == "AES_256_GCM");
  CHECK(gcm.mac == "SHA384");
  CHECK(gcm.bits == 256);
  CHECK(gcm.mode == CipherMode::aead);
  CHECK(gcm.forward_secrecy);

  const auto exported = suite_traits(0x0003).value();
  CHECK(exported.exchange == KeyExchange::rsa_export);
  CHECK(exported.export_grade);
  CHECK(exported.bits == 40);
  CHECK(exported.mac == "MD5");
  CHECK_FALSE(exported.forward_secrecy);

  CHECK(suite_traits(0x0018)->authentication == Authentication::anonymous);
  CHECK(suite_traits(0x000a)->bits == 112);
  CHECK(suite_traits(0x0002)->mode == CipherMode::null);
  CHECK(suite_traits(0xc0a8)->cipher == "AES_128_CCM_8");
  CHECK(suite_traits(0x1301)->exchange == KeyExchange::any);
  CHECK(suite_traits(0xc0b4)->cipher == "NULL");
}

TEST_CASE("TLS suites: each version is asked for its own") {
  for (const auto version : {ssl3, tls10, tls11, tls12, tls13})
    for (const auto suite : suites_of_version(version)) {
      INFO(version_name(version) << ' ' << suite_name(suite));
      CHECK(exists_at(suite, version));
      CHECK(exists_at(suite, tls13) == (version == tls13));
    }
  CHECK_FALSE(exists_at(0xc030, tls11));
  CHECK(exists_at(0x00ae, tls10));  // pre-shared keys took SHA-2 before TLS 1.2
  CHECK(version_name(tls12) == "TLS 1.2");
  CHECK(version_name(ssl2) == "SSL 2.0");
  CHECK(version_name(0x0505) == "0x0505");
  CHECK(group_name(0x11ec) == "x25519mlkem768");
  CHECK(ssl2_cipher_name(0x0700c0) == "SSL_CK_DES_192_EDE3_CBC_WITH_MD5");
}
