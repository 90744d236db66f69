// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-DISABLED", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "adm.securite");

  SECTION("a disabled member fails and says through which group") {
    administrator.control = *administrator.control | directory::uac::disabled;
    const auto failure = test::failure("DIR-PRIV-DISABLED", facts);
    CHECK(failure.evidence.at("state") == "disabled");
    CHECK(failure.evidence.at("group") == "Domain Admins");
  }
  SECTION("expired this second fails, in one second passes") {
    administrator.expires = facts.collected_at;
    CHECK(test::failure("DIR-PRIV-DISABLED", facts).evidence.at("state") == "expired");
    administrator.expires = facts.collected_at + std::chrono::seconds{1};
    CHECK(test::verdict("DIR-PRIV-DISABLED", facts) == Verdict::pass);
  }
  SECTION("userAccountControl that could not be read is unknown") {
    administrator.control.reset();
    CHECK(test::verdict("DIR-PRIV-DISABLED", facts) == Verdict::unknown);
  }
}
