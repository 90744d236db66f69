// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-EXCHANGE-DOMAIN-CONTROL", "[directory]") {
  auto facts = test::healthy_directory();
  auto& head = test::node(facts, NodeKind::domain_head);
  const auto check = "DIR-EXCHANGE-DOMAIN-CONTROL";
  CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  const auto exchange = test::add_group(facts, "Exchange Windows Permissions", 1900).sid;
  CHECK(test::verdict(check, facts) == Verdict::pass);

  SECTION("WriteDacl on the head, not for descendants alone") {
    test::grant(facts, head, exchange, rights::write_dacl, {}, Ace::Type::allow, 0x0A);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    test::grant(facts, head, exchange, rights::write_dacl, {}, Ace::Type::allow, 0x02);
    CHECK(test::failure(check, facts).evidence.at("trustee") == "Exchange Windows Permissions");
  }
  SECTION("denied before") {
    test::grant(facts, head, exchange, rights::write_dacl, {}, Ace::Type::deny);
    test::grant(facts, head, exchange, rights::write_dacl);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("not read") {
    head.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
