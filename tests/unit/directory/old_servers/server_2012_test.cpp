// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-OS-2012", "[directory]") {
  auto facts = test::healthy_directory();
  auto& machine = test::account(facts, "SRV-FICHIERS$");
  CHECK(test::verdict("DIR-OS-2012", facts) == Verdict::pass);
  SECTION("past its end of support") {
    machine.system = "Windows Server 2012 R2 Standard";
    machine.system_version = "6.3 (9600)";
    CHECK(test::failure("DIR-OS-2012", facts).evidence.at("system") == "Windows Server 2012 R2 Standard");
  }
  SECTION("another system is another check's; a disabled account is no machine at work") {
    machine.system = "Windows Server 2008 R2 Standard";
    machine.system_version = "6.1 (7601)";
    CHECK(test::verdict("DIR-OS-2012", facts) == Verdict::pass);
    machine.system = "Windows Server 2012 R2 Standard";
    *machine.control |= directory::uac::disabled;
    CHECK(test::failures("DIR-OS-2012", facts) == 0);
  }
}
