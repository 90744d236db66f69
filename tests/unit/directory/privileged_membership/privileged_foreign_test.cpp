// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-FOREIGN", "[directory]") {
  auto facts = test::healthy_directory();
  auto& admins = test::domain_group(facts, directory::well_known::rid_domain_admins);

  SECTION("a foreign security principal in a privileged group fails") {
    test::add_member(facts, admins,
                     facts.names.intern("CN=S-1-5-21-7-8-9-1104,CN=ForeignSecurityPrincipals,DC=hopital,DC=test"));
    CHECK(test::failure("DIR-PRIV-FOREIGN", facts).evidence.at("member") == "S-1-5-21-7-8-9-1104");
  }
  SECTION("everybody of the domain as a member is found the same way") {
    auto& builtin = test::builtin_group(facts, directory::well_known::builtin_administrators);
    test::add_member(facts, builtin, facts.names.intern("CN=S-1-5-11,CN=ForeignSecurityPrincipals,DC=hopital,DC=test"));
    CHECK(test::verdict("DIR-PRIV-FOREIGN", facts) == Verdict::fail);
  }
  SECTION("a member of another domain of the forest passes, as does a foreign member of an ordinary group") {
    test::add_member(facts, admins, facts.names.intern("CN=adm,OU=Admins,DC=annexe,DC=hopital,DC=test"));
    auto& ordinary = test::add_group(facts, "Partenaires", 2000);
    test::add_member(facts, ordinary,
                     facts.names.intern("CN=S-1-5-21-7-8-9-1105,CN=ForeignSecurityPrincipals,DC=hopital,DC=test"));
    CHECK(test::verdict("DIR-PRIV-FOREIGN", facts) == Verdict::pass);
  }
  SECTION("members cut short are unknown") {
    admins.incomplete = true;
    CHECK(test::verdict("DIR-PRIV-FOREIGN", facts) == Verdict::unknown);
  }
}
