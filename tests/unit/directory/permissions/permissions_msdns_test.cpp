// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ACL-DNS-SERVER tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-DNS-SERVER",
                           [](DirectoryFacts& facts) -> Object& { return test::node(facts, NodeKind::microsoft_dns); });
}

TEST_CASE("DIR-ACL-DNS-SERVER", "[directory]") {
  auto facts = test::healthy_directory();
  SECTION("DnsAdmins has its default rights, another group does not") {
    test::grant(facts, test::node(facts, NodeKind::microsoft_dns), test::domain_group(facts, 1101).sid,
                rights::full_control);
    CHECK(test::verdict("DIR-ACL-DNS-SERVER", facts) == Verdict::pass);
    CHECK(test::verdict("DIR-ACL-DNS-SERVER", facts, {{"expected_groups", std::vector<std::string>{}}}) ==
          Verdict::fail);
  }
  SECTION("names are resolved elsewhere") {
    test::node(facts, NodeKind::microsoft_dns).kind = NodeKind::other;
    CHECK(test::verdict("DIR-ACL-DNS-SERVER", facts) ==
          Verdict::unknown);  // zones are here, their server's object is not
    facts.dns_zones.clear();
    CHECK(test::verdict("DIR-ACL-DNS-SERVER", facts) == Verdict::not_applicable);
  }
}
