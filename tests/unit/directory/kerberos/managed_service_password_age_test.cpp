// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using std::chrono::days;

TEST_CASE("DIR-MSA-PASSWORD-AGE", "[directory]") {
  auto facts = test::healthy_directory();
  std::erase_if(facts.accounts, [](const directory::Account& one) { return one.is_managed_service(); });
  CHECK(test::verdict("DIR-MSA-PASSWORD-AGE", facts) == Verdict::not_applicable);
  auto& account = test::add_user(facts, "svc-sauvegarde$", 2000);

  SECTION("90 days pass, 91 fail, for each kind") {
    for (const auto kind : {directory::AccountKind::managed_service, directory::AccountKind::group_managed_service,
                            directory::AccountKind::delegated_managed_service}) {
      account.kind = kind;
      account.password_set = facts.collected_at - days{90};
      CHECK(test::verdict("DIR-MSA-PASSWORD-AGE", facts) == Verdict::pass);
      account.password_set = facts.collected_at - days{91};
      CHECK(test::failure("DIR-MSA-PASSWORD-AGE", facts).evidence.at("age_days") == "91");
    }
  }
  SECTION("disabled passes, no date is unknown") {
    account.kind = directory::AccountKind::group_managed_service;
    account.password_set.reset();
    CHECK(test::verdict("DIR-MSA-PASSWORD-AGE", facts) == Verdict::unknown);
    account.control = directory::uac::disabled;
    CHECK(test::verdict("DIR-MSA-PASSWORD-AGE", facts) == Verdict::pass);
  }
}
