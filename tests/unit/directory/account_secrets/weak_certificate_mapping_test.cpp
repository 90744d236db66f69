// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-WEAK-CERTIFICATE-MAPPING", "[directory]") {
  auto facts = test::healthy_directory();
  const auto holder = test::account(facts, "agent01").dn;
  const auto with = [&](std::string_view mapping) {
    facts.alt_identities = {{holder, mapping}};
    return test::verdict("DIR-WEAK-CERTIFICATE-MAPPING", facts);
  };

  SECTION("names alone are weak") {
    CHECK(with("X509:<I>DC=test,CN=AC<S>CN=agent01") == Verdict::fail);
    CHECK(with("X509:<S>CN=agent01") == Verdict::fail);
    CHECK(with("x509:<RFC822>agent01@hopital.test") == Verdict::fail);
  }
  SECTION("what names the certificate or its key is strong") {
    CHECK(with("X509:<I>DC=test,CN=AC<SR>1200000000AC11000000002B") == Verdict::pass);
    CHECK(with("X509:<SKI>123456789abcdef") == Verdict::pass);
    CHECK(with("X509:<SHA1-PUKEY>123456789abcdef") == Verdict::pass);
  }
  SECTION("a Kerberos name is no certificate") { CHECK(with("Kerberos:agent01@PARTENAIRE.TEST") == Verdict::pass); }
}
