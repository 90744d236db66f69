// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-OS-2000", "[directory]") {
  auto facts = test::healthy_directory();
  auto& machine = test::account(facts, "POSTE01$");
  CHECK(test::verdict("DIR-OS-2000", facts) == Verdict::pass);
  SECTION("past its end of support") {
    machine.system = "Windows 2000 Server";
    machine.system_version = "5.0 (2195)";
    CHECK(test::failure("DIR-OS-2000", facts).evidence.at("system") == "Windows 2000 Server");
  }
  SECTION("another system is another check's; a disabled account is no machine at work") {
    machine.system = "Windows XP Professional";
    machine.system_version = "5.1 (2600)";
    CHECK(test::verdict("DIR-OS-2000", facts) == Verdict::pass);
    machine.system = "Windows 2000 Server";
    *machine.control |= directory::uac::disabled;
    CHECK(test::failures("DIR-OS-2000", facts) == 0);
  }
}
