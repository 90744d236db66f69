// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-AZURE-SSO-PASSWORD", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-AZURE-SSO-PASSWORD", facts) == Verdict::not_applicable);
  auto& account = test::add_computer(facts, "azureadssoacc$", 2000, "");

  SECTION("a year passes, one day more fails") {
    account.password_set = facts.collected_at - days{365};
    CHECK(test::verdict("DIR-AZURE-SSO-PASSWORD", facts) == Verdict::pass);
    account.password_set = facts.collected_at - days{366};
    CHECK(test::failure("DIR-AZURE-SSO-PASSWORD", facts).evidence.at("age_days") == "366");
  }
  SECTION("no date is unknown") {
    account.password_set.reset();
    CHECK(test::verdict("DIR-AZURE-SSO-PASSWORD", facts) == Verdict::unknown);
  }
}
