// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-ADCS-ESC4", "[directory]") {
  auto facts = test::healthy_directory();
  auto& one = facts.templates.front();
  CHECK(test::verdict("DIR-ADCS-ESC4", facts) == Verdict::pass);
  SECTION("everybody may write, in any of the ways that matter") {
    test::grant(facts, one, test::sid(facts, "S-1-5-11"), directory::rights::write_dacl);
    CHECK(test::failure("DIR-ADCS-ESC4", facts).evidence.at("right") == "WriteDacl");
    test::grant(facts, one, test::sid(facts, "S-1-1-0"), directory::rights::full_control);
    CHECK(test::failures("DIR-ADCS-ESC4", facts) == 2);
  }
  SECTION("owned by everybody") {
    test::set_owner(facts, one, test::sid(facts, "S-1-5-11"));
    CHECK(test::verdict("DIR-ADCS-ESC4", facts) == Verdict::fail);
  }
  SECTION("a named account is the matter of the check on control of templates") {
    test::grant(facts, one, test::account(facts, "agent01").sid, directory::rights::write_dacl);
    CHECK(test::verdict("DIR-ADCS-ESC4", facts) == Verdict::pass);
  }
  SECTION("not published, not read, no authority") {
    test::grant(facts, one, test::sid(facts, "S-1-5-11"), directory::rights::write_dacl);
    facts.enrolment_services.front().templates.clear();
    CHECK(test::verdict("DIR-ADCS-ESC4", facts) == Verdict::pass);
    facts.enrolment_services.front().templates = {"postehopital"};
    one.descriptor = directory::DescriptorRef::none;
    CHECK(test::verdict("DIR-ADCS-ESC4", facts) == Verdict::unknown);
    facts.enrolment_services.clear();
    CHECK(test::verdict("DIR-ADCS-ESC4", facts) == Verdict::not_applicable);
  }
}
