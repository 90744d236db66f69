// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DC-KEY-CREDENTIAL", "[directory]") {
  auto facts = test::healthy_directory();

  SECTION("a key on a controller fails; elsewhere it passes") {
    test::add_key_credential(facts, "adm.securite", 10);
    test::add_key_credential(facts, "SRV-FICHIERS$", 10);
    CHECK(test::verdict("DIR-DC-KEY-CREDENTIAL", facts) == Verdict::pass);
    test::add_key_credential(facts, "DC2$", 3);
    CHECK(test::failure("DIR-DC-KEY-CREDENTIAL", facts).name == "DC2$");
  }
  SECTION("a read-only controller is a controller") {
    test::add_computer(facts, "RODC1$", 2000, "Windows Server 2022 Standard").primary_group =
        directory::well_known::rid_read_only_controllers;
    test::add_key_credential(facts, "RODC1$", 3);
    CHECK(test::verdict("DIR-DC-KEY-CREDENTIAL", facts) == Verdict::fail);
  }
  SECTION("no controller in sight is unknown") {
    std::erase_if(facts.accounts, [](const directory::Account& one) { return one.sam.starts_with("DC"); });
    CHECK(test::verdict("DIR-DC-KEY-CREDENTIAL", facts) == Verdict::unknown);
  }
}
