// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-PRIVILEGED-UNPROTECTED", "[directory]") {
  auto facts = test::healthy_directory();
  auto& administrator = test::account(facts, "adm.securite");
  const auto support = test::support_group(facts);
  const auto check = "DIR-PRIVILEGED-UNPROTECTED";

  SECTION("inheritance is on") {
    administrator.descriptor = test::node(facts, "Personnel").descriptor;
    const auto found = test::failure(check, facts);
    CHECK(found.name == "adm.securite");
    CHECK(found.evidence.at("reason") == "SE_DACL_PROTECTED");
  }
  SECTION("an entry that the template does not have, then has") {
    test::grant(facts, administrator, support, rights::control_access);
    CHECK(test::failure(check, facts).evidence.at("reason") == "GG_Support_Informatique");
    test::grant(facts, test::node(facts, NodeKind::admin_sd_holder), support, rights::control_access);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("more than the template gives") {
    test::grant(facts, administrator, test::authenticated_users(facts), rights::write_property);
    CHECK(test::verdict(check, facts) == Verdict::fail);
  }
  SECTION("a denial, or an entry of tier zero, protects as well") {
    test::grant(facts, administrator, support, rights::full_control, {}, Ace::Type::deny);
    test::grant(facts, administrator, test::sid(facts, "S-1-5-10"), rights::control_access);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("groups count") {
    test::domain_group(facts, 519).descriptor = test::node(facts, "Groupes").descriptor;
    CHECK(test::failure(check, facts).name == "Enterprise Admins");
  }
  SECTION("a descriptor, or the template, that could not be read") {
    administrator.descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
    administrator.descriptor = DescriptorRef{0};
    test::node(facts, NodeKind::admin_sd_holder).descriptor = DescriptorRef::none;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
}
