// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

namespace {

/// The healthy directory has 21 enabled people; 19 more make 40, so that one account is 2.5 %.
directory::DirectoryFacts forty_people() {
  auto facts = test::healthy_directory();
  for (std::uint32_t i = 0; i < 19; ++i) test::add_user(facts, "interne" + std::to_string(i), 2000 + i);
  return facts;
}

void abandon(directory::DirectoryFacts& facts, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i) {
    auto& person = test::account(facts, "interne" + std::to_string(i));
    person.password_set = facts.collected_at - days{1096};
    person.last_logon = facts.collected_at - days{366};
  }
}

}  // namespace

TEST_CASE("DIR-DORMANT-SHARE", "[directory]") {
  auto facts = forty_people();

  SECTION("a quarter passes, more fails") {
    abandon(facts, 10);
    CHECK(test::verdict("DIR-DORMANT-SHARE", facts) == Verdict::pass);
    abandon(facts, 11);
    const auto failure = test::failure("DIR-DORMANT-SHARE", facts);
    CHECK(failure.evidence.at("percent") == "27.5");
    CHECK(failure.evidence.at("total") == "40");
  }
  SECTION("both dates must be old") {
    abandon(facts, 11);
    test::add_user(facts, "renfort", 2100);  // so that forty people are enabled still when one of them is disabled
    auto& person = test::account(facts, "interne3");
    SECTION("a logon one year ago") { person.last_logon = facts.collected_at - days{365}; }
    SECTION("a password of three years") { person.password_set = facts.collected_at - days{1095}; }
    SECTION("never logged on, but created this year") {
      person.last_logon.reset();
      person.created = facts.collected_at - days{100};
    }
    SECTION("disabled") { person.control = directory::uac::disabled; }
    CHECK(test::verdict("DIR-DORMANT-SHARE", facts) != Verdict::fail);
  }
  SECTION("never logged on and created long ago is dormant") {
    abandon(facts, 11);
    auto& person = test::account(facts, "interne3");
    person.last_logon.reset();
    person.created = facts.collected_at - days{2000};
    CHECK(test::verdict("DIR-DORMANT-SHARE", facts) == Verdict::fail);
  }
  SECTION("what was not read leaves the share unknown only when it could change the answer") {
    abandon(facts, 10);
    test::account(facts, "interne15").control.reset();
    CHECK(test::verdict("DIR-DORMANT-SHARE", facts) == Verdict::unknown);
    abandon(facts, 9);
    test::account(facts, "interne9").last_logon = facts.collected_at;
    CHECK(test::verdict("DIR-DORMANT-SHARE", facts) == Verdict::pass);
  }
}
