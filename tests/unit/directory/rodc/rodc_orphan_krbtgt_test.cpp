// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/rodc/rodc_case.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-RODC-ORPHAN-KRBTGT", "[directory]") {
  auto facts = test::healthy_directory();
  const auto check = "DIR-RODC-ORPHAN-KRBTGT";
  CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  const auto controller = test::account(facts, "DC1$").dn;
  auto& own = test::add_user(facts, "krbtgt_12345", 1800);

  SECTION("linked, then orphan") {
    own.krbtgt_link = controller;
    CHECK(test::verdict(check, facts) == Verdict::pass);
    own.krbtgt_link = NameRef::none;
    const auto found = test::failure(check, facts);
    CHECK(found.name == "krbtgt_12345");
    CHECK(found.evidence.at("changed") == "2026-10-26");
  }
}
