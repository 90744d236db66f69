// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-COMPUTERS-INACTIVE", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-COMPUTERS-INACTIVE", facts) == Verdict::not_applicable);  // too few to speak of a share
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < 92; ++i) {
    names.push_back(fmt::format("PC{:03}$", i));
    test::add_computer(facts, names.back(), 3000 + i, "Windows 11 Enterprise");
  }
  const auto abandon = [&](std::size_t count) {  // 100 computers with the healthy directory's eight
    for (std::size_t i = 0; i < count; ++i) {
      auto& computer = test::account(facts, names.at(i));
      computer.last_logon = computer.password_set = facts.collected_at - days{181};
    }
  };
  SECTION("14 % pass, 15 % fail") {
    abandon(14);
    CHECK(test::verdict("DIR-COMPUTERS-INACTIVE", facts) == Verdict::pass);
    abandon(15);
    CHECK(test::failure("DIR-COMPUTERS-INACTIVE", facts).evidence.at("percent") == "15");
  }
  SECTION("180 days are not 181; a machine just created is not abandoned") {
    abandon(20);
    for (auto& account : facts.accounts)
      if (account.is_computer() && account.last_logon == facts.collected_at - days{181})
        account.last_logon = facts.collected_at - days{180};
    CHECK(test::verdict("DIR-COMPUTERS-INACTIVE", facts) == Verdict::pass);
  }
  SECTION("an unread creation date is unknown") {
    test::account(facts, "PC001$").created.reset();
    CHECK(test::verdict("DIR-COMPUTERS-INACTIVE", facts) == Verdict::unknown);
  }
}
