// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-FAULTY-PREPARATION", "[directory]") {
  auto facts = test::healthy_directory();
  const auto check = "DIR-FAULTY-PREPARATION";
  for (const std::uint32_t revision : {10U, 14U, 16U}) {
    facts.forest.domain_revision = revision;
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  facts.forest.domain_revision = 15;
  CHECK(test::failure(check, facts).evidence.at("revision") == "15");
  facts.forest.domain_revision.reset();
  CHECK(test::verdict(check, facts) == Verdict::unknown);
}
