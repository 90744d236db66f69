// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-DELEGATION-EVERYONE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& unit = test::node(facts, "Personnel");
  const auto check = "DIR-DELEGATION-EVERYONE";
  const auto everyone = test::everyone(facts);

  SECTION("each group that holds everybody") {
    for (const auto* sid : {"S-1-1-0", "S-1-5-7", "S-1-5-11", "S-1-5-32-545", "S-1-5-21-1000-2000-3000-513",
                            "S-1-5-21-1000-2000-3000-515"})
      test::grant(facts, unit, test::sid(facts, sid), rights::write_dacl);
    CHECK(test::failures(check, facts) == 6);
  }
  SECTION("a support team is another matter") {
    test::grant(facts, unit, test::support_group(facts), rights::full_control);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("for descendants alone: the password of all users below") {
    facts.descriptors.push_back(*facts.descriptor(unit.descriptor));
    facts.descriptors.back().aces.push_back({.trustee = everyone,
                                             .mask = rights::control_access,
                                             .type = Ace::Type::allow,
                                             .flags = 0x0A,
                                             .object = rights::force_change_password,
                                             .inherited = rights::class_user});
    unit.descriptor = DescriptorRef{static_cast<std::uint32_t>(facts.descriptors.size() - 1)};
    CHECK(test::failure(check, facts).evidence.at("right") == "ForceChangePassword");
  }
  SECTION("inherited: told where it stands, or here when that was not collected") {
    test::grant(facts, unit, everyone, rights::write_dacl, {}, Ace::Type::allow, 0x12);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    test::node(facts, NodeKind::domain_head).kind = NodeKind::other;
    facts.nodes.front().dn = facts.names.intern("CN=ailleurs");
    CHECK(test::failures(check, facts) == 1);
  }
  SECTION("reading is no danger; not read is unknown") {
    test::grant(facts, unit, everyone, rights::read_property | rights::list);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    unit.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
