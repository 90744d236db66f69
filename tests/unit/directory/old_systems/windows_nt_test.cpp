// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-OS-NT", "[directory]") {
  auto facts = test::healthy_directory();
  auto& machine = test::account(facts, "POSTE01$");
  CHECK(test::verdict("DIR-OS-NT", facts) == Verdict::pass);
  SECTION("past its end of support") {
    machine.system = "Windows NT";
    machine.system_version = "4.0";
    CHECK(test::failure("DIR-OS-NT", facts).evidence.at("system") == "Windows NT");
  }
  SECTION("another system is another check's; a disabled account is no machine at work") {
    machine.system = "Windows 2000 Professional";
    machine.system_version = "5.0 (2195)";
    CHECK(test::verdict("DIR-OS-NT", facts) == Verdict::pass);
    machine.system = "Windows NT";
    *machine.control |= directory::uac::disabled;
    CHECK(test::failures("DIR-OS-NT", facts) == 0);
  }
}
