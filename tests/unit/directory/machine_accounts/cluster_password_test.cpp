// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-CLUSTER-PASSWORD", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-CLUSTER-PASSWORD", facts) == Verdict::not_applicable);
  auto& cluster = test::add_computer(facts, "CLUSTER-SQL$", 1400, "Windows Server 2022 Standard");
  cluster.spns = {"MSClusterVirtualServer/cluster-sql.hopital.test"};
  SECTION("three years pass, a day more fails") {
    cluster.password_set = facts.collected_at - days{1096};
    CHECK(test::verdict("DIR-CLUSTER-PASSWORD", facts) == Verdict::pass);
    cluster.password_set = facts.collected_at - days{1097};
    CHECK(test::failure("DIR-CLUSTER-PASSWORD", facts).name == "CLUSTER-SQL$");
  }
  SECTION("unread is unknown; a disabled one is gone") {
    cluster.password_set.reset();
    CHECK(test::verdict("DIR-CLUSTER-PASSWORD", facts) == Verdict::unknown);
    *cluster.control |= directory::uac::disabled;
    CHECK(test::verdict("DIR-CLUSTER-PASSWORD", facts) == Verdict::not_applicable);
  }
}
