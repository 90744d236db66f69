// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

namespace {

/// The administrator with a service name, in the configuration that ANSSI tolerates.
directory::Account& tolerated(directory::DirectoryFacts& facts) {
  auto& account = test::account(facts, "adm.securite");
  account.spns = {"MSSQLSvc/srv-bdd.hopital.test:1433"};
  account.encryption_types = 0x18;
  auto& settings = facts.password_settings.emplace_back();
  settings.dn = facts.names.intern("CN=PSO-Services,CN=Password Settings Container,CN=System,DC=hopital,DC=test");
  settings.created = *account.password_set;
  settings.rules = facts.domain.rules;
  settings.rules.min_length = 33;
  settings.rules.max_age = 1095 * 86400L;
  settings.applies_to = {account.dn};
  return account;
}

}  // namespace

TEST_CASE("DIR-PRIV-SPN", "[directory]") {
  auto facts = test::healthy_directory();
  auto& account = tolerated(facts);
  auto& settings = facts.password_settings.front();
  CHECK(test::verdict("DIR-PRIV-SPN", facts) == Verdict::pass);

  SECTION("each part of the tolerated configuration is needed") {
    SECTION("more than 32 characters") { settings.rules.min_length = 32; }
    SECTION("three years at most") { settings.rules.max_age = 1096 * 86400L; }
    SECTION("an end to the password") { settings.rules.max_age = 0; }
    SECTION("no RC4") { account.encryption_types = 0x1C; }
    SECTION("AES said so") { account.encryption_types.reset(); }
    SECTION("a password set under the policy") { settings.created = *account.password_set + std::chrono::seconds{1}; }
    SECTION("an account that obeys it") { account.control = *account.control | directory::uac::dont_expire; }
    SECTION("a policy that applies") { settings.applies_to.clear(); }
    const auto failure = test::failure("DIR-PRIV-SPN", facts);
    CHECK(failure.evidence.at("spn") == "MSSQLSvc/srv-bdd.hopital.test:1433");
  }
  SECTION("a managed service account is tolerated without more") {
    facts.password_settings.clear();
    account.kind = directory::AccountKind::group_managed_service;
    CHECK(test::verdict("DIR-PRIV-SPN", facts) == Verdict::pass);
  }
  SECTION("disabled, no ticket is given for it") {
    facts.password_settings.clear();
    account.control = directory::uac::normal | directory::uac::disabled;
    CHECK(test::verdict("DIR-PRIV-SPN", facts) == Verdict::pass);
  }
  SECTION("PSOs out of sight could be the tolerated one") {
    facts.password_settings.clear();
    test::hide_password_settings(facts);
    CHECK(test::verdict("DIR-PRIV-SPN", facts) == Verdict::unknown);
  }
}
