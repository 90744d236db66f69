// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-UNIX-PASSWORD", "[directory]") {
  auto facts = test::healthy_directory();

  SECTION("either attribute fails; a description does not") {
    facts.secret_hints.push_back({test::account(facts, "agent02").dn, "description", "password="});
    CHECK(test::verdict("DIR-UNIX-PASSWORD", facts) == Verdict::pass);
    facts.secret_hints.push_back({test::account(facts, "agent01").dn, "unixUserPassword", "present"});
    CHECK(test::failure("DIR-UNIX-PASSWORD", facts).name == "agent01");
  }
  SECTION("the attributes are a parameter") {
    facts.secret_hints.push_back({test::account(facts, "agent01").dn, "userPassword", "present"});
    const auto only = std::vector<std::string>{"unixUserPassword"};
    CHECK(test::verdict("DIR-UNIX-PASSWORD", facts, {{"attributes", only}}) == Verdict::pass);
  }
}
