// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/gpo/gpo_case.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-GPO-EVERYONE-WRITE", "[directory]") {
  auto facts = test::healthy_directory();
  const auto check = "DIR-GPO-EVERYONE-WRITE";
  facts.gpos.clear();
  CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  auto& gpo = test::add_gpo(facts);
  test::grant(facts, gpo, test::authenticated_users(facts), rights::read_property | rights::control_access);
  test::grant(facts, gpo, test::support_group(facts), rights::full_control);
  CHECK(test::verdict(check, facts) == Verdict::pass);
  test::grant(facts, gpo, test::domain_group(facts, 513).sid, rights::write_property);
  CHECK(test::failure(check, facts).evidence.at("right") == "GenericWrite");
  gpo.descriptor = DescriptorRef::none;
  CHECK(test::verdict(check, facts) == Verdict::unknown);
}
