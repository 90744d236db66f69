// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-CERT-WEAK", "[directory]") {
  auto facts = test::healthy_directory();
  using Key = directory::CertificateFacts::Key;
  using namespace std::chrono;
  auto& one = facts.certificates.front();
  CHECK(test::verdict("DIR-CERT-WEAK", facts) == Verdict::pass);
  one.not_after = core::Instant{sys_days{year{2030} / 12 / 31}};
  const auto level = [&] { return test::failure("DIR-CERT-WEAK", facts).level; };

  SECTION("level 1: DSA, RSA under 1024 bits, ROCA") {
    one.bits = 1023;
    CHECK(level() == 1);
    one.bits = 4096;
    one.roca = true;
    CHECK(level() == 1);
    one.roca = false;
    one.key = Key::dsa;
    CHECK(level() == 1);
  }
  SECTION("level 2: what cannot be decoded") {
    one.key = Key::undecodable;
    one.signature = "";
    CHECK(level() == 2);
  }
  SECTION("level 3: size by date, exponent, hash") {
    one.bits = 1024;
    CHECK(level() == 3);
    one.bits = 2047;
    CHECK(level() == 3);
    one.bits = 2048;
    CHECK(test::verdict("DIR-CERT-WEAK", facts) == Verdict::pass);
    one.not_after = core::Instant{sys_days{year{2031} / 1 / 1}};
    CHECK(level() == 3);
    one.bits = 3072;
    CHECK(test::verdict("DIR-CERT-WEAK", facts) == Verdict::pass);
    one.exponent = 3;
    CHECK(level() == 3);
  }
  SECTION("hashes by their OpenSSL names") {
    for (const auto* name : {"sha1WithRSAEncryption", "md5WithRSAEncryption", "shaWithRSAEncryption", "ecdsa-with-SHA1",
                             "ripemd160WithRSA", "md2WithRSAEncryption"}) {
      INFO(name);
      one.signature = name;
      CHECK(level() == 3);
    }
    for (const auto* name : {"sha384WithRSAEncryption", "ecdsa-with-SHA256", "ED25519", "RSA-SHA3-256"}) {
      INFO(name);
      one.signature = name;
      CHECK(test::verdict("DIR-CERT-WEAK", facts) == Verdict::pass);
    }
    one.signature = "rsassaPss";  // the name does not tell the hash
    CHECK(test::verdict("DIR-CERT-WEAK", facts) == Verdict::unknown);
  }
  SECTION("an elliptic curve has a size of its own; no certificate, nothing to decide") {
    one.key = Key::ec;
    one.bits = 256;
    one.exponent = 0;
    CHECK(test::verdict("DIR-CERT-WEAK", facts) == Verdict::pass);
    facts.certificates.clear();
    CHECK(test::verdict("DIR-CERT-WEAK", facts) == Verdict::not_applicable);
  }
}
