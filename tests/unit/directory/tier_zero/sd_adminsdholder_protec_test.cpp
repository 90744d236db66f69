// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ADMINSDHOLDER-INHERITS", "[directory]") {
  auto facts = test::healthy_directory();
  auto& holder = test::node(facts, NodeKind::admin_sd_holder);
  const auto check = "DIR-ADMINSDHOLDER-INHERITS";

  SECTION("not protected") {
    holder.descriptor = test::node(facts, "Personnel").descriptor;
    CHECK(test::failure(check, facts).evidence.at("control") == "0x8004");
  }
  SECTION("protected, with an inherited entry that stayed") {
    test::grant(facts, holder, test::support_group(facts), rights::list, {}, Ace::Type::allow, 0x10);
    CHECK(test::failure(check, facts).evidence.at("inherited") == "1");
  }
  SECTION("not read, not there") {
    holder.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
    holder.kind = NodeKind::other;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
