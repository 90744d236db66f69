// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-OS-8", "[directory]") {
  auto facts = test::healthy_directory();
  auto& machine = test::account(facts, "POSTE01$");
  CHECK(test::verdict("DIR-OS-8", facts) == Verdict::pass);
  SECTION("past its end of support") {
    machine.system = "Windows 8.1 Professionnel";
    machine.system_version = "6.3 (9600)";
    CHECK(test::failure("DIR-OS-8", facts).evidence.at("system") == "Windows 8.1 Professionnel");
  }
  SECTION("another system is another check's; a disabled account is no machine at work") {
    machine.system = "Windows 7 Professionnel";
    machine.system_version = "6.1 (7601)";
    CHECK(test::verdict("DIR-OS-8", facts) == Verdict::pass);
    machine.system = "Windows 8.1 Professionnel";
    *machine.control |= directory::uac::disabled;
    CHECK(test::failures("DIR-OS-8", facts) == 0);
  }
}
