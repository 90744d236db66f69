// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-OS-VISTA", "[directory]") {
  auto facts = test::healthy_directory();
  auto& machine = test::account(facts, "POSTE01$");
  CHECK(test::verdict("DIR-OS-VISTA", facts) == Verdict::pass);
  SECTION("past its end of support") {
    machine.system = "Windows Vista™ Professionnel";
    machine.system_version = "6.0 (6002)";
    CHECK(test::failure("DIR-OS-VISTA", facts).evidence.at("system") == "Windows Vista™ Professionnel");
  }
  SECTION("another system is another check's; a disabled account is no machine at work") {
    machine.system = "Windows 7 Professionnel";
    machine.system_version = "6.1 (7601)";
    CHECK(test::verdict("DIR-OS-VISTA", facts) == Verdict::pass);
    machine.system = "Windows Vista™ Professionnel";
    *machine.control |= directory::uac::disabled;
    CHECK(test::failures("DIR-OS-VISTA", facts) == 0);
  }
}
