// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRE2000-MEMBERS", "[directory]") {
  auto facts = test::healthy_directory();
  auto& group = test::builtin_group(facts, directory::well_known::builtin_pre_windows_2000);
  const auto add = [&](std::string_view sid) {
    group.members.push_back(
        facts.names.intern(fmt::format("CN={},CN=ForeignSecurityPrincipals,{}", sid, test::domain_dn)));
  };

  add("S-1-5-11");
  add("S-1-5-7");
  CHECK(test::verdict("DIR-PRE2000-MEMBERS", facts) == Verdict::pass);
  SECTION("everyone, an account, a group, a name that is no SID") {
    add("S-1-1-0");
    group.members.push_back(test::account(facts, "agent01").dn);
    group.members.push_back(test::domain_group(facts, directory::well_known::rid_domain_users).dn);
    add("Ancienne application");
    CHECK(test::failures("DIR-PRE2000-MEMBERS", facts) == 4);
  }
  SECTION("an incomplete group is unknown") {
    group.incomplete = true;
    CHECK(test::verdict("DIR-PRE2000-MEMBERS", facts) == Verdict::unknown);
  }
}
