// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRE2000-ANONYMOUS", "[directory]") {
  auto facts = test::healthy_directory();
  auto& group = test::builtin_group(facts, directory::well_known::builtin_pre_windows_2000);
  const auto add = [&](std::string_view sid) {
    group.members.push_back(
        facts.names.intern(fmt::format("CN={},CN=ForeignSecurityPrincipals,{}", sid, test::domain_dn)));
  };

  CHECK(test::verdict("DIR-PRE2000-ANONYMOUS", facts) == Verdict::pass);
  add("S-1-5-11");
  CHECK(test::verdict("DIR-PRE2000-ANONYMOUS", facts) == Verdict::pass);
  SECTION("by the name of the value, or as a foreign principal that was read") {
    add("S-1-5-7");
    group.sam = "Accès compatible pré-Windows 2000";
    CHECK(test::failure("DIR-PRE2000-ANONYMOUS", facts).evidence.at("group") == group.sam);
    auto& foreign = facts.foreign_principals.emplace_back();
    foreign.dn = group.members.back();
    foreign.sid = test::sid(facts, "S-1-5-7");
    CHECK(test::failures("DIR-PRE2000-ANONYMOUS", facts) == 1);
  }
  SECTION("an incomplete or absent group is unknown") {
    group.incomplete = true;
    CHECK(test::verdict("DIR-PRE2000-ANONYMOUS", facts) == Verdict::unknown);
    group.sid = test::sid(facts, "S-1-5-32-999");
    CHECK(test::verdict("DIR-PRE2000-ANONYMOUS", facts) == Verdict::unknown);
  }
}
