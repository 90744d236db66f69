// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/exposure.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("EXP-RDP-EXPOSED", "[exposure]") {
  auto facts = test::sound_exposure();
  CHECK(test::verdict("EXP-RDP-EXPOSED", facts) == Verdict::pass);

  SECTION("a remote desktop on any port fails") {
    test::add_service(facts, "rdp", 13389);
    CHECK(test::failure("EXP-RDP-EXPOSED", facts).object == "192.0.2.66:13389/tcp");
  }
  SECTION("what nobody could identify on its usual port is unknown") {
    test::add_service(facts, "", 3389);
    CHECK(test::verdict("EXP-RDP-EXPOSED", facts) == Verdict::unknown);
  }
  SECTION("from inside it does not apply") {
    test::add_service(facts, "rdp", 3389);
    facts.origin.vantage = "internal";
    CHECK(test::verdict("EXP-RDP-EXPOSED", facts) == Verdict::not_applicable);
  }
}

TEST_CASE("EXP-RDP-NO-NLA", "[exposure]") {
  auto facts = test::sound_exposure();
  CHECK(test::verdict("EXP-RDP-NO-NLA", facts) == Verdict::not_applicable);
  auto& said = test::add_service(facts, "rdp", 3389).said;

  SECTION("NLA chosen and everything less refused") {
    said = {{"security", "nla"}, {"standard.refused", "nla required"}};
    CHECK(test::verdict("EXP-RDP-NO-NLA", facts) == Verdict::pass);
  }
  SECTION("NLA offered, but not required") {
    said = {{"security", "nla"}, {"standard.security", "standard"}};
    CHECK(test::failure("EXP-RDP-NO-NLA", facts).evidence.at("security") == "standard");
  }
  SECTION("TLS without NLA") {
    said = {{"security", "tls"}};
    CHECK(test::verdict("EXP-RDP-NO-NLA", facts) == Verdict::fail);
  }
  SECTION("half an answer is unknown") {
    said = {{"security", "nla"}};
    CHECK(test::verdict("EXP-RDP-NO-NLA", facts) == Verdict::unknown);
    said = {};
    CHECK(test::verdict("EXP-RDP-NO-NLA", facts) == Verdict::unknown);
  }
}
