// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-SYSVOL-REPLICATION", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-SYSVOL-REPLICATION", facts) == Verdict::pass);
  facts.sysvol_replicas.clear();
  CHECK(test::failure("DIR-SYSVOL-REPLICATION", facts).evidence.at("controllers") == "2");
  for (auto& account : facts.accounts) account.primary_group = directory::well_known::rid_domain_computers;
  CHECK(test::verdict("DIR-SYSVOL-REPLICATION", facts) == Verdict::unknown);
}
