// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-DELEGATABLE", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "adm.securite");
  auto& group = test::domain_group(facts, directory::well_known::rid_protected_users);

  SECTION("either protection is enough, none fails") {
    administrator.control = directory::uac::normal;
    CHECK(test::verdict("DIR-PRIV-DELEGATABLE", facts) == Verdict::pass);
    group.members.clear();
    CHECK(test::failure("DIR-PRIV-DELEGATABLE", facts).name == "adm.securite");
    administrator.control = directory::uac::normal | directory::uac::not_delegated;
    CHECK(test::verdict("DIR-PRIV-DELEGATABLE", facts) == Verdict::pass);
  }
  SECTION("disabled and managed service accounts are left aside") {
    group.members.clear();
    administrator.control = directory::uac::normal | directory::uac::disabled;
    CHECK(test::verdict("DIR-PRIV-DELEGATABLE", facts) == Verdict::pass);
    administrator.control = directory::uac::normal;
    administrator.kind = directory::AccountKind::managed_service;
    CHECK(test::verdict("DIR-PRIV-DELEGATABLE", facts) == Verdict::pass);
  }
  SECTION("members of Protected Users cut short are unknown") {
    group.members.clear();
    group.incomplete = true;
    administrator.control = directory::uac::normal;
    CHECK(test::verdict("DIR-PRIV-DELEGATABLE", facts) == Verdict::unknown);
  }
}
