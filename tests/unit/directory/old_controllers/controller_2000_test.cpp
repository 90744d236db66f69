// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-DC-2000", "[directory]") {
  auto facts = test::healthy_directory();
  auto& machine = test::account(facts, "DC1$");
  CHECK(test::verdict("DIR-DC-2000", facts) == Verdict::pass);
  SECTION("past its end of support") {
    machine.system = "Windows 2000 Server";
    machine.system_version = "5.0 (2195)";
    CHECK(test::failure("DIR-DC-2000", facts).evidence.at("system") == "Windows 2000 Server");
  }
  SECTION("another system is another check's; a disabled account is no machine at work") {
    machine.system = "Windows Server 2019 Standard";
    machine.system_version = "10.0 (17763)";
    CHECK(test::verdict("DIR-DC-2000", facts) == Verdict::pass);
    machine.system = "Windows 2000 Server";
    *machine.control |= directory::uac::disabled;
    CHECK(test::failures("DIR-DC-2000", facts) == 0);
  }
  SECTION("a member server is not its matter; a controller whose system was not read is unknown") {
    test::account(facts, "SRV-FICHIERS$").system = "Windows 2000 Server";
    CHECK(test::verdict("DIR-DC-2000", facts) == Verdict::pass);
    machine.system = "";
    CHECK(test::verdict("DIR-DC-2000", facts) == Verdict::unknown);
  }
}
