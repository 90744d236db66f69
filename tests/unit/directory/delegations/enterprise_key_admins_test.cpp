// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-KEY-ADMINS-CONTROL", "[directory]") {
  auto facts = test::healthy_directory();
  auto& head = test::node(facts, NodeKind::domain_head);
  const auto keys = test::domain_group(facts, well_known::rid_enterprise_key_admins).sid;
  const auto check = "DIR-KEY-ADMINS-CONTROL";

  SECTION("its default right is no finding") {
    test::grant(facts, head, keys, rights::write_property | rights::read_property, rights::key_credential_link);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("what the faulty preparation left") {
    test::grant(facts, head, keys, rights::full_control);
    CHECK(test::failures(check, facts) == 4);
  }
  SECTION("for descendants alone, or denied before") {
    test::grant(facts, head, keys, rights::full_control, {}, Ace::Type::allow, 0x0A);
    test::grant(facts, head, keys, rights::full_control, {}, Ace::Type::deny);
    test::grant(facts, head, keys, rights::write_dacl);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("not read") {
    head.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
