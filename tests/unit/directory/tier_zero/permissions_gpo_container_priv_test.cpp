// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ACL-PRIVILEGED-PLACES tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-PRIVILEGED-PLACES",
                           [](DirectoryFacts& facts) -> Object& { return test::node(facts, "Personnel"); });
}

TEST_CASE("DIR-ACL-PRIVILEGED-PLACES", "[directory]") {
  auto facts = test::healthy_directory();
  const auto support = test::support_group(facts);

  SECTION("linking a policy to the site of the controllers") {
    test::grant(facts, test::node(facts, NodeKind::site), support, rights::write_property, rights::gp_link);
    const auto found = test::failure("DIR-ACL-PRIVILEGED-PLACES", facts);
    CHECK(found.evidence.at("right") == "WriteGPLink");
    CHECK(found.level == 2);
  }
  SECTION("a site without a controller is not its matter") {
    auto& other = test::add_node(facts, NodeKind::site, "CN=Annexe,CN=Sites,CN=Configuration,DC=hopital,DC=test");
    test::grant(facts, other, support, rights::full_control);
    CHECK(test::verdict("DIR-ACL-PRIVILEGED-PLACES", facts) == Verdict::pass);
  }
  SECTION("nor a unit without anything privileged") {
    auto& other = test::add_node(facts, NodeKind::organizational_unit, "OU=Biomedical,DC=hopital,DC=test");
    test::grant(facts, other, support, rights::full_control);
    CHECK(test::verdict("DIR-ACL-PRIVILEGED-PLACES", facts) == Verdict::pass);
  }
  SECTION("without the groups of reference nothing was decided") {
    test::builtin_group(facts, 544).sid = SidRef::none;
    CHECK(test::verdict("DIR-ACL-PRIVILEGED-PLACES", facts) == Verdict::unknown);
  }
}
