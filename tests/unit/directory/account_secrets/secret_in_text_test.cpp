// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-SECRET-IN-TEXT", "[directory]") {
  auto facts = test::healthy_directory();
  const auto hint = [&](std::string_view sam, std::string_view attribute) {
    facts.secret_hints.push_back({test::account(facts, sam).dn, attribute, "password="});
  };

  SECTION("each attribute that looks so fails, and the two of one account are told apart") {
    CHECK(test::verdict("DIR-SECRET-IN-TEXT", facts) == Verdict::pass);
    hint("agent01", "description");
    hint("agent01", "info");
    const auto findings = test::run("DIR-SECRET-IN-TEXT", facts);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].object != findings[1].object);
    CHECK(findings[0].evidence.at("attribute") == "description");
  }
  SECTION("a disabled account's note can still be read") {
    test::account(facts, "agent01").control = directory::uac::disabled;
    hint("agent01", "Comment");
    CHECK(test::verdict("DIR-SECRET-IN-TEXT", facts) == Verdict::fail);
  }
  SECTION("userPassword is another check's") {
    hint("agent01", "userPassword");
    CHECK(test::verdict("DIR-SECRET-IN-TEXT", facts) == Verdict::pass);
    CHECK(test::failure("DIR-UNIX-PASSWORD", facts).evidence.at("attribute") == "userPassword");
  }
}
