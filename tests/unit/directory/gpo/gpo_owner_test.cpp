// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/gpo/gpo_case.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-GPO-OWNER", "[directory]") {
  auto facts = test::healthy_directory();
  const auto check = "DIR-GPO-OWNER";
  facts.gpos.clear();
  CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  auto& gpo = test::add_gpo(facts);
  test::set_owner(facts, gpo, test::account(facts, "adm.securite").sid);
  CHECK(test::verdict(check, facts) == Verdict::pass);
  test::set_owner(facts, gpo, test::account(facts, "agent01").sid);
  const auto found = test::failure(check, facts);
  CHECK(found.name == "Postes de soins");
  CHECK(found.evidence.at("owner") == "agent01");
  gpo.descriptor = DescriptorRef::none;
  CHECK(test::verdict(check, facts) == Verdict::unknown);
}
