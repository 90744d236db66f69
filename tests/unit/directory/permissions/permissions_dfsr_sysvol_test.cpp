// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ACL-DFSR tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-DFSR",
                           [](DirectoryFacts& facts) -> Object& { return test::node(facts, NodeKind::dfsr_global); });
}

TEST_CASE("DIR-ACL-DFSR", "[directory]") {
  auto facts = test::healthy_directory();
  SECTION("a controller's own subscription counts, that of NTFRS does not") {
    auto& replica = facts.sysvol_replicas.emplace_back();
    replica.dn = facts.names.intern("CN=SYSVOL Subscription,CN=DC1,OU=Domain Controllers,DC=hopital,DC=test");
    replica.descriptor = DescriptorRef{0};
    test::grant(facts, replica, test::support_group(facts), rights::write_property);
    CHECK(test::failure("DIR-ACL-DFSR", facts).evidence.at("right") == "GenericWrite");
    facts.sysvol_replicas.back().ntfrs = true;
    CHECK(test::verdict("DIR-ACL-DFSR", facts) == Verdict::pass);
  }
  SECTION("the replication of file servers is not its matter") {
    const auto support = test::support_group(facts);
    auto& files =
        test::add_node(facts, NodeKind::dfsr_object, "CN=Imagerie,CN=DFSR-GlobalSettings,CN=System,DC=hopital");
    test::grant(facts, files, support, rights::full_control);
    CHECK(test::verdict("DIR-ACL-DFSR", facts) == Verdict::pass);
    auto& sysvol = test::add_node(facts, NodeKind::dfsr_object,
                                  "CN=Topology,CN=Domain System Volume,CN=DFSR-GlobalSettings,CN=System,DC=hopital");
    test::grant(facts, sysvol, support, rights::full_control);
    CHECK(test::verdict("DIR-ACL-DFSR", facts) == Verdict::fail);
  }
  SECTION("a domain that does not use it") {
    facts.sysvol_replicas.clear();
    test::node(facts, NodeKind::dfsr_global).kind = NodeKind::other;
    CHECK(test::verdict("DIR-ACL-DFSR", facts) == Verdict::not_applicable);
  }
}
