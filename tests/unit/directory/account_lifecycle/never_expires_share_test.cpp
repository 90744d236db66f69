// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

namespace {

void never_expires(directory::DirectoryFacts& facts, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count; ++i)
    test::account(facts, "interne" + std::to_string(i)).control = directory::uac::normal | directory::uac::dont_expire;
}

}  // namespace

TEST_CASE("DIR-NEVER-EXPIRES-SHARE", "[directory]") {
  auto facts = test::healthy_directory();
  // 21 enabled people, and 979 more: one account is 0.1 %.
  for (std::uint32_t i = 0; i < 979; ++i) test::add_user(facts, "interne" + std::to_string(i), 2000 + i);

  SECTION("10.0 % passes, 10.1 % fails") {
    never_expires(facts, 100);
    CHECK(test::verdict("DIR-NEVER-EXPIRES-SHARE", facts) == Verdict::pass);
    never_expires(facts, 101);
    CHECK(test::failure("DIR-NEVER-EXPIRES-SHARE", facts).evidence.at("percent") == "10.1");
  }
  SECTION("disabled accounts count on neither side") {
    never_expires(facts, 101);
    for (std::uint32_t i = 0; i < 20; ++i)
      test::account(facts, "interne" + std::to_string(i)).control =
          directory::uac::dont_expire | directory::uac::disabled;
    const auto findings = test::run("DIR-NEVER-EXPIRES-SHARE", facts);
    CHECK(findings.front().evidence.at("count") == "81");
    CHECK(findings.front().evidence.at("total") == "980");
  }
  SECTION("one account that was not read, at the limit, is unknown") {
    never_expires(facts, 100);
    test::account(facts, "interne500").control.reset();
    CHECK(test::verdict("DIR-NEVER-EXPIRES-SHARE", facts) == Verdict::unknown);
  }
}
