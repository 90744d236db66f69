// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRE2000-AUTHENTICATED", "[directory]") {
  auto facts = test::healthy_directory();
  auto& group = test::builtin_group(facts, directory::well_known::builtin_pre_windows_2000);
  const auto add = [&](std::string_view sid) {
    group.members.push_back(
        facts.names.intern(fmt::format("CN={},CN=ForeignSecurityPrincipals,{}", sid, test::domain_dn)));
  };

  CHECK(test::verdict("DIR-PRE2000-AUTHENTICATED", facts) == Verdict::pass);
  add("S-1-5-11");
  CHECK(test::verdict("DIR-PRE2000-AUTHENTICATED", facts) == Verdict::fail);
  group.incomplete = true;
  CHECK(test::verdict("DIR-PRE2000-AUTHENTICATED", facts) == Verdict::unknown);
}
