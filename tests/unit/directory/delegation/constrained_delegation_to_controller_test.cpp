// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DELEG-DC-CONSTRAINED", "[directory]") {
  auto facts = test::healthy_directory();
  auto& server = test::account(facts, "SRV-FICHIERS$");
  const auto delegate = [&](std::string_view target) { facts.delegations = {{server.dn, target}}; };

  SECTION("every name of a controller counts, whatever the case, the port and the service") {
    for (const auto* target : {"ldap/dc1.hopital.test", "CIFS/DC2", "http/Dc1.Hopital.Test:8080",
                               "ldap/dc2.hopital.test/hopital.test", "krbtgt/HOPITAL.TEST", "KRBTGT"}) {
      INFO(target);
      delegate(target);
      CHECK(test::failure("DIR-DELEG-DC-CONSTRAINED", facts).evidence.at("service") == target);
    }
  }
  SECTION("a service elsewhere, or whose name only begins like a controller's, is no matter") {
    for (const auto* target : {"cifs/srv-fichiers.hopital.test", "http/dc1.autre.test", "http/dc10", "dc1"}) {
      INFO(target);
      delegate(target);
      CHECK(test::verdict("DIR-DELEG-DC-CONSTRAINED", facts) == Verdict::pass);
    }
  }
  SECTION("protocol transition is another check's") {
    delegate("ldap/dc1.hopital.test");
    *server.control |= directory::uac::protocol_transition;
    CHECK(test::verdict("DIR-DELEG-DC-CONSTRAINED", facts) == Verdict::pass);
  }
  SECTION("a controller's own delegation is no news; unread flags are unknown") {
    facts.delegations = {{test::account(facts, "DC1$").dn, "ldap/dc2.hopital.test"}};
    CHECK(test::verdict("DIR-DELEG-DC-CONSTRAINED", facts) == Verdict::pass);
    delegate("ldap/dc1.hopital.test");
    server.control.reset();
    CHECK(test::verdict("DIR-DELEG-DC-CONSTRAINED", facts) == Verdict::unknown);
  }
}
