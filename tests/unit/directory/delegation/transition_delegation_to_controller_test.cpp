// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DELEG-DC-TRANSITION", "[directory]") {
  auto facts = test::healthy_directory();
  auto& server = test::account(facts, "SRV-FICHIERS$");
  facts.delegations = {{server.dn, "cifs/dc1.hopital.test"}, {server.dn, "krbtgt/hopital.test"}};

  SECTION("with protocol transition each service of a controller and krbtgt fails") {
    *server.control |= directory::uac::protocol_transition;
    CHECK(test::failures("DIR-DELEG-DC-TRANSITION", facts) == 2);
  }
  SECTION("without it the plain delegation check speaks") {
    CHECK(test::verdict("DIR-DELEG-DC-TRANSITION", facts) == Verdict::pass);
    CHECK(test::failures("DIR-DELEG-DC-CONSTRAINED", facts) == 2);
  }
  SECTION("an account that was not read is unknown") {
    server.control.reset();
    CHECK(test::verdict("DIR-DELEG-DC-TRANSITION", facts) == Verdict::unknown);
  }
}
