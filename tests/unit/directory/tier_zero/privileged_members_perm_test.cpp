// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ACL-PRIVILEGED tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-PRIVILEGED",
                           [](DirectoryFacts& facts) -> Object& { return test::account(facts, "adm.securite"); });
}

TEST_CASE("DIR-ACL-PRIVILEGED", "[directory]") {
  auto facts = test::healthy_directory();
  const auto support = test::support_group(facts);
  auto& administrator = test::account(facts, "adm.securite");

  SECTION("adding oneself to Domain Admins, whatever its name") {
    auto& group = test::domain_group(facts, 512);
    group.sam = "Admins du domaine";
    test::grant(facts, group, support, rights::self, rights::member);
    const auto found = test::failure("DIR-ACL-PRIVILEGED", facts);
    CHECK(found.name == "Admins du domaine");
    CHECK(found.evidence.at("right") == "AddSelf");
  }
  SECTION("a parent's rights are level 1 when a child inherits, 2 when all are protected") {
    test::grant(facts, test::node(facts, "Personnel"), support, rights::write_dacl);
    CHECK(test::failure("DIR-ACL-PRIVILEGED", facts).level == 2);
    administrator.descriptor = test::node(facts, "Groupes").descriptor;
    CHECK(test::failure("DIR-ACL-PRIVILEGED", facts).level == 1);
  }
  SECTION("writing a service name is level 2") {
    test::grant(facts, administrator, support, rights::write_property, rights::service_principal_name);
    CHECK(test::failure("DIR-ACL-PRIVILEGED", facts).level == 2);
  }
  SECTION("an ordinary account is not its matter") {
    test::grant(facts, test::account(facts, "agent01"), support, rights::full_control);
    CHECK(test::verdict("DIR-ACL-PRIVILEGED", facts) == Verdict::pass);
  }
  SECTION("without the groups of reference nothing was decided") {
    test::domain_group(facts, 512).sid = SidRef::none;
    CHECK(test::verdict("DIR-ACL-PRIVILEGED", facts) == Verdict::unknown);
  }
}
