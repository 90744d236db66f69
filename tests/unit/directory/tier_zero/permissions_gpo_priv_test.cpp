// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

namespace {

constexpr std::string_view policy_dn =
    "CN={11112222-3333-4444-5555-666677778888},CN=Policies,CN=System,DC=hopital,DC=test";

Gpo& linked_gpo(DirectoryFacts& facts, std::string_view where) {
  auto& gpo = facts.gpos.emplace_back();
  gpo.dn = facts.names.intern(policy_dn);
  gpo.display_name = "Postes d'administration";
  gpo.descriptor = DescriptorRef{0};
  test::node(facts, where).gp_link = facts.text.keep(fmt::format("[LDAP://{};0]", policy_dn));
  return gpo;
}

}  // namespace

TEST_CASE("DIR-ACL-PRIVILEGED-GPO tells rights apart", "[directory]") {
  test::tells_rights_apart("DIR-ACL-PRIVILEGED-GPO",
                           [](DirectoryFacts& facts) -> Object& { return linked_gpo(facts, "Domain Controllers"); });
}

TEST_CASE("DIR-ACL-PRIVILEGED-GPO", "[directory]") {
  auto facts = test::healthy_directory();
  const auto support = test::support_group(facts);
  const auto unit = test::add_node(facts, NodeKind::organizational_unit, "OU=Soins,DC=hopital,DC=test").dn;

  SECTION("linked where nobody privileged is") {
    test::grant(facts, linked_gpo(facts, "Soins"), support, rights::full_control);
    CHECK(test::verdict("DIR-ACL-PRIVILEGED-GPO", facts) == Verdict::pass);
    test::add_administrator(facts, "adm.soins", 1150);
    facts.accounts.back().dn = facts.names.intern("CN=adm.soins," + std::string(facts.name(unit)));
    test::add_member(facts, test::domain_group(facts, 512), facts.accounts.back().dn);
    CHECK(test::verdict("DIR-ACL-PRIVILEGED-GPO", facts) == Verdict::fail);
  }
  SECTION("linked to the site of the controllers") {
    test::grant(facts, linked_gpo(facts, "Siege"), support, rights::write_property, rights::gpc_file_path);
    CHECK(test::failure("DIR-ACL-PRIVILEGED-GPO", facts).evidence.at("right") == "WriteGPCFileSysPath");
  }
  SECTION("a disabled link applies nothing") {
    test::grant(facts, linked_gpo(facts, "Domain Controllers"), support, rights::full_control);
    CHECK(test::verdict("DIR-ACL-PRIVILEGED-GPO", facts) == Verdict::fail);
    test::node(facts, "Domain Controllers").gp_link = facts.text.keep(fmt::format("[LDAP://{};1]", policy_dn));
    CHECK(test::verdict("DIR-ACL-PRIVILEGED-GPO", facts) == Verdict::pass);
  }
  SECTION("blocked inheritance stops a link of the domain, unless it is enforced") {
    test::grant(facts, linked_gpo(facts, "hopital"), support, rights::full_control);
    for (const auto* below : {"Domain Controllers", "Personnel", "Users", "Groupes"})
      test::node(facts, below).gp_options = 1;
    for (auto& one : facts.groups)
      one.dn = facts.names.intern("CN=x" + std::string(one.sam) + ",OU=Groupes,DC=hopital,DC=test");
    for (auto& one : facts.groups) one.members.clear();
    CHECK(test::verdict("DIR-ACL-PRIVILEGED-GPO", facts) == Verdict::pass);
    test::node(facts, "hopital").gp_link = facts.text.keep(fmt::format("[LDAP://{};2]", policy_dn));
    CHECK(test::verdict("DIR-ACL-PRIVILEGED-GPO", facts) == Verdict::fail);
  }
  SECTION("a link to a policy that is gone, a link that cannot be read") {
    test::node(facts, "Domain Controllers").gp_link =
        "[LDAP://cn={dead},cn=policies,cn=system,DC=hopital,DC=test;0][LDAP://";
    CHECK(test::verdict("DIR-ACL-PRIVILEGED-GPO", facts) == Verdict::pass);
  }
  SECTION("without the groups of reference nothing was decided") {
    test::domain_group(facts, 512).sid = SidRef::none;
    CHECK(test::verdict("DIR-ACL-PRIVILEGED-GPO", facts) == Verdict::unknown);
  }
}
