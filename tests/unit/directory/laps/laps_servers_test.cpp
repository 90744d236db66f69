// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-LAPS-SERVERS", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-LAPS-SERVERS", facts) == Verdict::pass);
  for (std::uint32_t i = 0; i < 99; ++i)
    test::add_computer(facts, fmt::format("M{:03}$", i), 4000 + i, test::account(facts, "SRV-FICHIERS$").system)
        .laps_windows = facts.collected_at;
  const auto uncover = [&](std::size_t count) {  // of 100
    for (auto& account : facts.accounts)
      if (account.sam.front() == 'M' && count > 0) {
        account.laps_windows.reset();
        --count;
      }
  };
  SECTION("at the share asked for passes, one less fails") {
    uncover(10);
    CHECK(test::verdict("DIR-LAPS-SERVERS", facts) == Verdict::pass);
    uncover(11);
    CHECK(test::failure("DIR-LAPS-SERVERS", facts).evidence.at("percent") == "89");
  }
  SECTION("the share is a parameter") {
    uncover(1);
    CHECK(test::verdict("DIR-LAPS-SERVERS", facts, {{"min_percent", std::int64_t{100}}}) == Verdict::fail);
  }
  SECTION("disabled machines do not count") {
    uncover(20);
    for (auto& account : facts.accounts)
      if (account.is_computer() && !account.laps_windows && !account.has(directory::uac::server_trust))
        *account.control |= directory::uac::disabled;
    CHECK(test::verdict("DIR-LAPS-SERVERS", facts) == Verdict::pass);
  }
}
