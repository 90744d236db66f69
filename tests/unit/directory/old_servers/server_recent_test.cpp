// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-OS-SERVER", "[directory]") {
  auto facts = test::healthy_directory();
  auto& server = test::account(facts, "SRV-FICHIERS$");
  server.system = "Windows Server 2016 Standard";
  server.system_version = "10.0 (14393)";
  SECTION("the day after the end of support") {
    facts.collected_at = std::chrono::sys_days{std::chrono::year{2027} / 1 / 12};
    CHECK(test::verdict("DIR-OS-SERVER", facts) == Verdict::pass);
    facts.collected_at = std::chrono::sys_days{std::chrono::year{2027} / 1 / 13};
    CHECK(test::failure("DIR-OS-SERVER", facts).evidence.at("ended") == "2027-01-12");
  }
  SECTION("semi-annual editions have no year in their name, only a build") {
    server.system = "Windows Server Standard";
    server.system_version = "10.0 (18363)";
    CHECK(test::verdict("DIR-OS-SERVER", facts) == Verdict::fail);
    server.system_version = "10.0 (33000)";
    CHECK(test::verdict("DIR-OS-SERVER", facts) == Verdict::unknown);
  }
  SECTION("older ones have checks of their own") {
    server.system = "Windows Server 2008 R2 Standard";
    server.system_version = "6.1 (7601)";
    CHECK(test::verdict("DIR-OS-SERVER", facts) == Verdict::pass);
  }
}
