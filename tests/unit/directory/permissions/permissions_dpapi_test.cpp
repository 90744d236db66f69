// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-ACL-DPAPI tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-DPAPI",
                           [](DirectoryFacts& facts) -> Object& { return test::node(facts, NodeKind::dpapi_key); });
}

TEST_CASE("DIR-ACL-DPAPI is unknown where no key is visible", "[directory]") {
  auto facts = test::healthy_directory();
  std::erase_if(facts.nodes, [](const Node& one) { return one.kind == NodeKind::dpapi_key; });
  const auto found = test::run("DIR-ACL-DPAPI", facts);
  REQUIRE(found.size() == 1);
  CHECK(found.front().verdict == Verdict::unknown);
  CHECK(found.front().evidence.at("missing") == "BCKUPKEY");
}
