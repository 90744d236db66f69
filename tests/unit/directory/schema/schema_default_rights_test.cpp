// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-SCHEMA-DEFAULT-RIGHTS", "[directory]") {
  auto facts = test::healthy_directory();
  const auto check = "DIR-SCHEMA-DEFAULT-RIGHTS";
  auto& one = facts.schema.classes.front();
  one.default_sd =
      "D:(A;;RPWPCRCCDCLCLORCWOWDSDDTSW;;;DA)(A;;RPLCLORC;;;AU)(OA;;WP;e45795b3-9455-11d1-aebd-0000f80367c1;;PS)"
      "(OA;;WP;77b5b886-944a-11d1-aebd-0000f80367c1;;AU)(A;;CC;;;AU)(D;;WP;;;WD)S:(AU;SA;WD;;;WD)";
  CHECK(test::verdict(check, facts) == Verdict::pass);

  SECTION("everyone, by its short name") {
    one.default_sd = "D:(A;;RPWP;;;WD)";
    const auto found = test::failure(check, facts);
    CHECK(found.evidence.at("trustee") == "WD");
    CHECK(found.evidence.at("right") == "RPWP");
  }
  SECTION("the trustee named as a right is no right") {
    one.default_sd = "D:(A;;RCLC;;;WD)(A;;CWDC;;;AU)";  // C WD C: pairs are CW DC
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("a SID: of tier zero, of nobody known, of a support team") {
    one.default_sd = "D:(A;;GA;;;S-1-5-32-544)";
    CHECK(test::verdict(check, facts) == Verdict::pass);
    one.default_sd = "D:(A;;GA;;;S-1-5-21-1000-2000-3000-7777)";
    CHECK(test::verdict(check, facts) == Verdict::fail);
    test::support_group(facts);
    one.default_sd = "D:(A;;WO;;;S-1-5-21-1000-2000-3000-1500)";
    CHECK(test::verdict(check, facts) == Verdict::fail);
  }
  SECTION("text that is no descriptor says nothing") {
    one.default_sd = "D:(A;;GA;;WD)(((A;;GA;;;";
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("classes not read") {
    facts.schema.classes.clear();
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
