// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

namespace {

void add_key(directory::DirectoryFacts& facts, std::string_view holder, std::int64_t days_old) {
  auto& key = facts.key_credentials.emplace_back();
  key.holder = test::account(facts, holder).dn;
  key.usage = 1;
  key.created = facts.collected_at - days{days_old};
}

}  // namespace

TEST_CASE("DIR-PRIV-KEY-CREDENTIAL", "[directory]") {
  auto facts = test::healthy_directory();

  SECTION("keys of one account are one failure, dated by the newest") {
    add_key(facts, "adm.securite", 100);
    add_key(facts, "adm.securite", 10);
    const auto failure = test::failure("DIR-PRIV-KEY-CREDENTIAL", facts);
    CHECK(failure.evidence.at("count") == "2");
    CHECK(failure.evidence.at("newest") == "2026-11-15");
  }
  SECTION("ordinary accounts and controllers are not its business") {
    add_key(facts, "agent01", 10);
    add_key(facts, "DC1$", 10);
    CHECK(test::verdict("DIR-PRIV-KEY-CREDENTIAL", facts) == Verdict::pass);
  }
  SECTION("privileged groups that were not read leave it unknown") {
    test::domain_group(facts, directory::well_known::rid_domain_admins).incomplete = true;
    CHECK(test::verdict("DIR-PRIV-KEY-CREDENTIAL", facts) == Verdict::unknown);
  }
}
