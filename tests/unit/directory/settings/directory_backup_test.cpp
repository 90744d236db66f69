// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-BACKUP-AGE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& backup = facts.domain.last_backup;
  backup = facts.collected_at - days{6};
  CHECK(test::verdict("DIR-BACKUP-AGE", facts) == Verdict::pass);
  backup = facts.collected_at - days{7};
  CHECK(test::failure("DIR-BACKUP-AGE", facts).evidence.at("age_days") == "7");
  SECTION("never backed up: the age of the domain") {
    backup.reset();
    CHECK(test::failure("DIR-BACKUP-AGE", facts).evidence.at("backup") == "never");
    facts.domain.created = facts.collected_at - days{2};
    CHECK(test::verdict("DIR-BACKUP-AGE", facts) == Verdict::pass);
    facts.domain.created.reset();
    CHECK(test::verdict("DIR-BACKUP-AGE", facts) == Verdict::unknown);
  }
}
