// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DC-2003", "[directory]") {
  auto facts = test::healthy_directory();
  auto& machine = test::account(facts, "DC1$");
  CHECK(test::verdict("DIR-DC-2003", facts) == Verdict::pass);
  SECTION("past its end of support") {
    machine.system = "Windows Server 2003";
    machine.system_version = "5.2 (3790)";
    CHECK(test::failure("DIR-DC-2003", facts).evidence.at("system") == "Windows Server 2003");
  }
  SECTION("another system is another check's; a disabled account is no machine at work") {
    machine.system = "Windows Server 2019 Standard";
    machine.system_version = "10.0 (17763)";
    CHECK(test::verdict("DIR-DC-2003", facts) == Verdict::pass);
    machine.system = "Windows Server 2003";
    *machine.control |= directory::uac::disabled;
    CHECK(test::failures("DIR-DC-2003", facts) == 0);
  }
  SECTION("a member server is not its matter; a controller whose system was not read is unknown") {
    test::account(facts, "SRV-FICHIERS$").system = "Windows Server 2003";
    CHECK(test::verdict("DIR-DC-2003", facts) == Verdict::pass);
    machine.system = "";
    CHECK(test::verdict("DIR-DC-2003", facts) == Verdict::unknown);
  }
}
