// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PWD-SERVICE-POLICY", "[directory]") {
  auto facts = test::healthy_directory();
  facts.domain.rules.min_length = 14;
  facts.password_settings.clear();
  const auto add = [&](std::optional<std::uint32_t> length) {
    auto& settings = facts.password_settings.emplace_back();
    settings.dn = facts.names.intern("CN=PSO-Services,CN=Password Settings Container,CN=System,DC=hopital,DC=test");
    settings.rules.min_length = length;
  };

  SECTION("a PSO of twenty passes, of nineteen fails, none fails") {
    CHECK(test::failure("DIR-PWD-SERVICE-POLICY", facts).evidence.at("longest") == "14");
    add(19);
    CHECK(test::verdict("DIR-PWD-SERVICE-POLICY", facts) == Verdict::fail);
    add(20);
    CHECK(test::verdict("DIR-PWD-SERVICE-POLICY", facts) == Verdict::pass);
  }
  SECTION("out of sight, a PSO may be there: unknown, unless the domain itself is enough") {
    test::hide_password_settings(facts);
    CHECK(test::verdict("DIR-PWD-SERVICE-POLICY", facts) == Verdict::unknown);
    facts.domain.rules.min_length = 20;
    CHECK(test::verdict("DIR-PWD-SERVICE-POLICY", facts) == Verdict::pass);
  }
  SECTION("a length that was not read is unknown") {
    add(std::nullopt);
    CHECK(test::verdict("DIR-PWD-SERVICE-POLICY", facts) == Verdict::unknown);
  }
}
