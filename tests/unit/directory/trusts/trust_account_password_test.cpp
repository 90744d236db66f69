// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-TRUST-PASSWORD", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-TRUST-PASSWORD", facts) == Verdict::not_applicable);
  auto& account = test::add_user(facts, "AUTRE$", 1500);
  account.kind = directory::AccountKind::trust;
  account.password_set = facts.collected_at - days{365};
  CHECK(test::verdict("DIR-TRUST-PASSWORD", facts) == Verdict::pass);
  account.password_set = facts.collected_at - days{366};
  CHECK(test::failure("DIR-TRUST-PASSWORD", facts).name == "AUTRE$");
  account.password_set.reset();
  CHECK(test::verdict("DIR-TRUST-PASSWORD", facts) == Verdict::unknown);
}
