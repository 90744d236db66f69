// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ADMINISTRATOR-LOGIN", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "Administrator");
  administrator.sam = "Administrateur";

  SECTION("twenty-nine days ago fails, thirty passes, whatever the account's name") {
    administrator.last_logon = facts.collected_at - days{29};
    CHECK(test::failure("DIR-ADMINISTRATOR-LOGIN", facts).name == "Administrateur");
    administrator.last_logon = facts.collected_at - days{30};
    CHECK(test::verdict("DIR-ADMINISTRATOR-LOGIN", facts) == Verdict::pass);
  }
  SECTION("a domain younger than the period is not judged") {
    administrator.last_logon = facts.collected_at - days{1};
    facts.domain.created = facts.collected_at - days{29};
    CHECK(test::verdict("DIR-ADMINISTRATOR-LOGIN", facts) == Verdict::not_applicable);
  }
  SECTION("no date or no account is unknown") {
    administrator.last_logon.reset();
    CHECK(test::verdict("DIR-ADMINISTRATOR-LOGIN", facts) == Verdict::unknown);
    std::erase_if(facts.accounts, [](const directory::Account& one) { return one.sam == "Administrateur"; });
    CHECK(test::verdict("DIR-ADMINISTRATOR-LOGIN", facts) == Verdict::unknown);
  }
}
