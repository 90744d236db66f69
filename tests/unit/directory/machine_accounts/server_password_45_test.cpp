// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-SERVER-PASSWORD-45", "[directory]") {
  auto facts = test::healthy_directory();
  auto& server = test::account(facts, "SRV-FICHIERS$");
  SECTION("at the limit passes, one day later fails") {
    server.password_set = facts.collected_at - days{45};
    CHECK(test::verdict("DIR-SERVER-PASSWORD-45", facts) == Verdict::pass);
    server.password_set = facts.collected_at - days{46};
    CHECK(test::failure("DIR-SERVER-PASSWORD-45", facts).evidence.at("age_days") == "46");
  }
  SECTION("an inactive server, a cluster name, a workstation, a controller: others answer for them") {
    server.password_set = facts.collected_at - days{300};
    server.last_logon = facts.collected_at - days{91};
    CHECK(test::verdict("DIR-SERVER-PASSWORD-45", facts) == Verdict::pass);
    server.last_logon = facts.collected_at - days{1};
    server.spns = {"MSClusterVirtualServer/srv-fichiers"};
    CHECK(test::verdict("DIR-SERVER-PASSWORD-45", facts) == Verdict::pass);
    test::account(facts, "POSTE01$").password_set = facts.collected_at - days{300};
    test::account(facts, "DC1$").password_set = facts.collected_at - days{300};
    CHECK(test::verdict("DIR-SERVER-PASSWORD-45", facts) == Verdict::pass);
  }
  SECTION("an unread date is unknown") {
    server.password_set.reset();
    CHECK(test::verdict("DIR-SERVER-PASSWORD-45", facts) == Verdict::unknown);
  }
}
