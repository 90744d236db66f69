// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-CONTROLLER-OWNER", "[directory]") {
  auto facts = test::healthy_directory();
  auto& controller = test::account(facts, "DC2$");
  const auto check = "DIR-CONTROLLER-OWNER";

  SECTION("an administrator in person is not the group") {
    test::set_owner(facts, controller, test::account(facts, "adm.securite").sid);
    const auto found = test::failure(check, facts);
    CHECK(found.name == "DC2$");
    CHECK(found.evidence.at("owner") == "adm.securite");
  }
  SECTION("the four owners that need no remark, and a fifth") {
    for (const auto* owner :
         {"S-1-5-18", "S-1-5-32-544", "S-1-5-21-1000-2000-3000-512", "S-1-5-21-1000-2000-3000-519"}) {
      test::set_owner(facts, controller, test::sid(facts, owner));
      CHECK(test::verdict(check, facts) == Verdict::pass);
    }
    test::set_owner(facts, controller, test::sid(facts, "S-1-5-21-7-7-7-512"));
    CHECK(test::verdict(check, facts) == Verdict::fail);
  }
  SECTION("enterprise admins of the forest's root, in a child domain") {
    facts.root.root_domain_context = "DC=racine,DC=test";
    test::set_owner(facts, controller, test::sid(facts, "S-1-5-21-7-7-7-519"));
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("not read") {
    controller.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
    for (const auto* name : {"DC1$", "DC2$"}) test::account(facts, name).primary_group.reset();
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
