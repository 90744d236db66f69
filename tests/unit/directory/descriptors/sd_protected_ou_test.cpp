// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-UNIT-INHERITANCE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& unit = test::node(facts, "Groupes");
  const auto check = "DIR-UNIT-INHERITANCE";
  CHECK(test::verdict(check, facts) == Verdict::pass);
  unit.descriptor = DescriptorRef{0};
  const auto found = test::failure(check, facts);
  CHECK(found.name == "Groupes");
  CHECK(found.evidence.at("entries") == "4");
  unit.descriptor = DescriptorRef::none;
  CHECK(test::verdict(check, facts) == Verdict::unknown);
  std::erase_if(facts.nodes, [](const Node& one) { return one.kind == NodeKind::organizational_unit; });
  CHECK(test::verdict(check, facts) == Verdict::not_applicable);
}
