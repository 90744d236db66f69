// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-OS-XP", "[directory]") {
  auto facts = test::healthy_directory();
  auto& machine = test::account(facts, "POSTE01$");
  CHECK(test::verdict("DIR-OS-XP", facts) == Verdict::pass);
  SECTION("past its end of support") {
    machine.system = "Windows XP Professionnel";
    machine.system_version = "5.1 (2600)";
    CHECK(test::failure("DIR-OS-XP", facts).evidence.at("system") == "Windows XP Professionnel");
  }
  SECTION("another system is another check's; a disabled account is no machine at work") {
    machine.system = "Windows Server 2003";
    machine.system_version = "5.2 (3790)";
    CHECK(test::verdict("DIR-OS-XP", facts) == Verdict::pass);
    machine.system = "Windows XP Professionnel";
    *machine.control |= directory::uac::disabled;
    CHECK(test::failures("DIR-OS-XP", facts) == 0);
  }
}
