// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-UNAUTHENTICATED-BIND", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-UNAUTHENTICATED-BIND", facts) == Verdict::pass);
  auto& settings = facts.forest.other_settings;
  settings = "DisableVLVSupport=0;DenyUnauthenticatedBind=0";
  CHECK(test::verdict("DIR-UNAUTHENTICATED-BIND", facts) == Verdict::fail);
  SECTION("an older controller does not know the setting; one recent is enough") {
    const auto versions = [&](std::string_view first, std::string_view second) {
      test::account(facts, "DC1$").system_version = first;
      test::account(facts, "DC2$").system_version = second;
      return test::verdict("DIR-UNAUTHENTICATED-BIND", facts);
    };
    CHECK(versions("10.0 (14393)", "10.0 (17763)") == Verdict::fail);
    CHECK(versions("10.0 (14393)", "10.0 (17762)") == Verdict::not_applicable);
    CHECK(versions("10.0 (14393)", "") == Verdict::unknown);
  }
  SECTION("not read is unknown") {
    settings.reset();
    CHECK(test::verdict("DIR-UNAUTHENTICATED-BIND", facts) == Verdict::unknown);
  }
}
