// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-NEVER-EXPIRES", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "adm.securite");
  administrator.control = *administrator.control | directory::uac::dont_expire;

  SECTION("fails, privileged by primary group as well") {
    CHECK(test::failure("DIR-PRIV-NEVER-EXPIRES", facts).name == "adm.securite");
    auto& hidden = test::account(facts, "agent06");
    hidden.primary_group = directory::well_known::rid_domain_admins;
    hidden.control = directory::uac::normal | directory::uac::dont_expire;
    CHECK(test::failures("DIR-PRIV-NEVER-EXPIRES", facts) == 2);
  }
  SECTION("disabled or managed by Windows passes") {
    administrator.kind = directory::AccountKind::group_managed_service;
    CHECK(test::verdict("DIR-PRIV-NEVER-EXPIRES", facts) == Verdict::pass);
    administrator.kind = directory::AccountKind::user;
    administrator.control = directory::uac::dont_expire | directory::uac::disabled;
    CHECK(test::verdict("DIR-PRIV-NEVER-EXPIRES", facts) == Verdict::pass);
  }
  SECTION("what could not be read is unknown") {
    administrator.control.reset();
    CHECK(test::verdict("DIR-PRIV-NEVER-EXPIRES", facts) == Verdict::unknown);
    administrator.control = directory::uac::normal;
    test::builtin_group(facts, directory::well_known::builtin_administrators).incomplete = true;
    CHECK(test::verdict("DIR-PRIV-NEVER-EXPIRES", facts) == Verdict::unknown);
  }
}
