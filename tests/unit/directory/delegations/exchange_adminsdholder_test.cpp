// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-EXCHANGE-ADMINSDHOLDER", "[directory]") {
  auto facts = test::healthy_directory();
  auto& holder = test::node(facts, NodeKind::admin_sd_holder);
  const auto check = "DIR-EXCHANGE-ADMINSDHOLDER";
  CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  const auto exchange = test::add_group(facts, "Exchange Trusted Subsystem", 1901).sid;
  CHECK(test::verdict(check, facts) == Verdict::pass);

  SECTION("full control is told once, though it counts on users and on groups") {
    test::grant(facts, holder, exchange, rights::full_control);
    CHECK(test::failure(check, facts).evidence.at("right") == "GenericAll");
  }
  SECTION("membership counts, mail attributes do not, another group is another check's matter") {
    test::grant(facts, holder, exchange, rights::write_property, guid("bf967961-0de6-11d0-a285-00aa003049e2"));
    test::grant(facts, holder, test::support_group(facts), rights::full_control);
    CHECK(test::verdict(check, facts) == Verdict::pass);
    test::grant(facts, holder, exchange, rights::write_property, rights::member);
    CHECK(test::failure(check, facts).evidence.at("right") == "AddMember");
  }
  SECTION("not read") {
    holder.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
