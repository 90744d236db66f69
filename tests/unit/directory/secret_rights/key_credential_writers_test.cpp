// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/rights.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-KEY-CREDENTIAL-WRITERS", "[directory]") {
  auto facts = test::healthy_directory();
  const auto support = test::support_group(facts);
  const auto check = "DIR-KEY-CREDENTIAL-WRITERS";
  auto& workstation = test::account(facts, "POSTE01$");

  SECTION("on an account, and on a unit for what it holds") {
    test::grant(facts, workstation, support, rights::write_property, rights::key_credential_link);
    CHECK(test::failure(check, facts).name == "POSTE01$");
    test::grant(facts, test::node(facts, "Personnel"), support, rights::write_property, rights::key_credential_link,
                Ace::Type::allow, 0x0A);
    CHECK(test::failures(check, facts) == 2);
  }
  SECTION("an entry of a unit that is not handed down gives nothing on accounts") {
    test::grant(facts, test::node(facts, "Personnel"), support, rights::write_property, rights::key_credential_link);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("inherited copies are told above, key administrators are expected") {
    test::grant(facts, workstation, support, rights::write_property, rights::key_credential_link, Ace::Type::allow,
                0x10);
    test::grant(facts, workstation, test::domain_group(facts, 526).sid, rights::write_property,
                rights::key_credential_link);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("full control is another check's matter, a denial before wins") {
    test::grant(facts, test::account(facts, "agent01"), support, rights::full_control);
    test::grant(facts, workstation, support, rights::write_property, rights::key_credential_link, Ace::Type::deny);
    test::grant(facts, workstation, support, rights::write_property, rights::key_credential_link);
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
}
