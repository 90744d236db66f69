// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/directory/rodc/rodc_case.hpp"

using namespace hygie;
using namespace hygie::directory;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-RODC-SYSVOL-WRITE", "[directory]") {
  test::RodcCase rodc;
  auto& facts = rodc.facts;
  const auto check = "DIR-RODC-SYSVOL-WRITE";
  CHECK(test::verdict(check, facts) == Verdict::unknown);
  auto& writable = facts.sysvol_replicas.emplace_back();
  writable.dn = facts.names.intern("CN=SYSVOL Subscription,CN=DC1,OU=Domain Controllers,DC=hopital,DC=test");
  writable.read_only = false;
  CHECK(test::verdict(check, facts) == Verdict::unknown);
  auto& own = facts.sysvol_replicas.emplace_back();
  own.dn = facts.names.intern("CN=SYSVOL Subscription,CN=RODC1,OU=Domain Controllers,DC=hopital,DC=test");
  CHECK(test::verdict(check, facts) == Verdict::unknown);
  own.read_only = true;
  CHECK(test::verdict(check, facts) == Verdict::pass);
  own.read_only = false;
  CHECK(test::failure(check, facts).name == "RODC1$");
  test::account(facts, "RODC1$").primary_group = well_known::rid_domain_computers;
  CHECK(test::verdict(check, facts) == Verdict::not_applicable);
}
