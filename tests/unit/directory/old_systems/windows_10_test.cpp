// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-OS-10", "[directory]") {
  auto facts = test::healthy_directory();
  auto& machine = test::account(facts, "POSTE01$");
  const auto verdict_of = [&](std::string_view system, std::string_view version) {
    machine.system = system;
    machine.system_version = version;
    return test::verdict("DIR-OS-10", facts);
  };
  SECTION("the edition makes the date") {
    CHECK(verdict_of("Windows 10 Professionnel", "10.0 (19044)") == Verdict::fail);
    CHECK(verdict_of("Windows 10 Entreprise", "10.0 (19044)") == Verdict::fail);
    CHECK(verdict_of("Windows 10 Entreprise LTSC", "10.0 (19044)") == Verdict::pass);
    CHECK(verdict_of("Windows 11 Professionnel", "10.0 (26100)") == Verdict::fail);
    CHECK(verdict_of("Windows 11 Entreprise", "10.0 (26100)") == Verdict::pass);
    CHECK(verdict_of("Windows 10 Enterprise 2016 LTSB", "10.0 (14393)") == Verdict::fail);
  }
  SECTION("the last day of support passes, the next fails") {
    facts.collected_at = std::chrono::sys_days{std::chrono::year{2026} / 11 / 10} + std::chrono::hours{23};
    CHECK(verdict_of("Windows 11 Entreprise", "10.0 (22631)") == Verdict::pass);
    facts.collected_at += std::chrono::hours{1};
    CHECK(verdict_of("Windows 11 Entreprise", "10.0 (22631)") == Verdict::fail);
  }
  SECTION("a build that nobody knows, or that was not read, is unknown") {
    CHECK(verdict_of("Windows 11 Professionnel", "10.0 (31999)") == Verdict::unknown);
    CHECK(verdict_of("Windows 11 Professionnel", "") == Verdict::unknown);
  }
  SECTION("servers and other systems are not its matter") {
    CHECK(verdict_of("Windows Server 2016 Standard", "10.0 (14393)") == Verdict::pass);
    CHECK(verdict_of("Windows 7 Professionnel", "6.1 (7601)") == Verdict::pass);
    CHECK(verdict_of("Mac OS X", "14.5") == Verdict::pass);
  }
  SECTION("a table that cannot be read decides nothing") {
    for (const auto* entry : {"(26100)", "(26100)=2026", "=2026-01-01", "(26100)=2026-02-30"})
      CHECK(test::verdict("DIR-OS-10", facts, {{"systems", std::vector<std::string>{entry}}}) == Verdict::unknown);
  }
}
