// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

namespace {
constexpr std::string_view id = "DIR-DC-REGISTRATION";
}

TEST_CASE("DIR-DC-REGISTRATION", "[directory]") {
  auto facts = test::healthy_directory();
  auto& controller = test::account(facts, "DC2$");
  const auto problems = [&] { return test::failure(id, facts).evidence.at("problems"); };

  SECTION("each missing piece is named") {
    controller.control = directory::uac::server_trust;
    CHECK(problems() == "userAccountControl");
    facts.servers[1].has_settings = false;
    CHECK(problems() == "userAccountControl, NTDS Settings");
    facts.servers.pop_back();
    CHECK(problems() == "userAccountControl, server object");
  }
  SECTION("NTDS Settings of the other kind, or without a level") {
    facts.servers[1].read_only = true;
    facts.servers[1].behaviour.reset();
    CHECK(problems() == "nTDSDSA class, msDS-Behavior-Version");
  }
  SECTION("a read-only controller has flags of its own") {
    controller.primary_group = directory::well_known::rid_read_only_controllers;
    facts.servers[1].read_only = true;
    CHECK(problems() == "userAccountControl");
    controller.control = 0x5001000;
    CHECK(test::verdict(id, facts) == Verdict::pass);
  }
  SECTION("a computer that claims to be a controller without being one") {
    test::account(facts, "POSTE01$").control = directory::uac::server_trust | directory::uac::trusted_for_delegation;
    CHECK(problems() == "primaryGroupID, server object");
  }
  SECTION("unread flags are unknown") {
    controller.control.reset();
    CHECK(test::verdict(id, facts) == Verdict::unknown);
  }
}
