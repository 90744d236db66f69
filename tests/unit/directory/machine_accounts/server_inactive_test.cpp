// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-SERVER-INACTIVE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& server = test::account(facts, "SRV-FICHIERS$");
  const auto last_sign = [&](int ago) {
    server.last_logon = facts.collected_at - days{ago};
    server.password_set = facts.collected_at - days{ago + 10};
  };
  SECTION("90 days pass, 91 fail") {
    last_sign(90);
    CHECK(test::verdict("DIR-SERVER-INACTIVE", facts) == Verdict::pass);
    last_sign(91);
    CHECK(test::failure("DIR-SERVER-INACTIVE", facts).evidence.at("age_days") == "91");
  }
  SECTION("a password changed since is a sign of life; a disabled account is no matter") {
    last_sign(200);
    server.password_set = facts.collected_at - days{20};
    CHECK(test::verdict("DIR-SERVER-INACTIVE", facts) == Verdict::pass);
    last_sign(200);
    *server.control |= directory::uac::disabled;
    CHECK(test::verdict("DIR-SERVER-INACTIVE", facts) == Verdict::pass);
  }
  SECTION("never seen: its creation counts; without any date, unknown") {
    server.last_logon.reset();
    server.password_set.reset();
    CHECK(test::failure("DIR-SERVER-INACTIVE", facts).evidence.at("last_logon") == "never");
    server.created.reset();
    CHECK(test::verdict("DIR-SERVER-INACTIVE", facts) == Verdict::unknown);
  }
}
