// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/exposure.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace exposure;
using core::Verdict;
using net::Outcome;

namespace {

/// A domain whose DMARC is sound.
ExposureFacts with_mail(void (*change)(MailDomain&)) {
  ExposureFacts facts;
  auto& mail = facts.mail.emplace_back();
  mail.name = "exemple.test";
  mail.dmarc = {Outcome::present, {}};
  mail.dmarc_policy = mail.dmarc_subdomain_policy = mail.dmarc_missing_name_policy = mail.dmarc_older_policy = "reject";
  mail.dmarc_domain = mail.dmarc_older_domain = mail.dmarc_organisation = mail.dmarc_older_organisation = mail.name;
  mail.dmarc_rule = "own";
  change(mail);
  return facts;
}

Verdict verdict(std::string_view check, void (*change)(MailDomain&)) { return test::verdict(check, with_mail(change)); }

void leave(MailDomain&) {}
void silence(MailDomain& mail) { mail.dmarc = {Outcome::unknown, "not-answered"}; }

}  // namespace

TEST_CASE("the checks on DMARC: sound, and not answered", "[exposure][mail]") {
  for (const auto* check : {"EXP-DMARC-MISSING", "EXP-DMARC-NONE", "EXP-DMARC-SUBDOMAINS", "EXP-DMARC-PARTIAL",
                            "EXP-DMARC-HISTORIC", "EXP-DMARC-READERS"}) {
    CAPTURE(check);
    CHECK(verdict(check, &leave) == Verdict::pass);
    CHECK(verdict(check, &silence) == Verdict::unknown);
  }
}

TEST_CASE("a registry's DMARC record is not the hospital's", "[exposure][mail]") {
  CHECK(verdict("EXP-DMARC-MISSING", [](MailDomain& mail) { mail.dmarc_rule = "public-suffix"; }) == Verdict::fail);
  CHECK(verdict("EXP-DMARC-MISSING", [](MailDomain& mail) { mail.dmarc_rule = "organisation"; }) == Verdict::pass);
  CHECK(verdict("EXP-DMARC-MISSING", [](MailDomain& mail) {
          mail.dmarc = {Outcome::absent, "no-record"};
        }) == Verdict::fail);
}

TEST_CASE("subdomains weaker by one level fail, those that do not exist too", "[exposure][mail]") {
  const auto* const check = "EXP-DMARC-SUBDOMAINS";
  CHECK(verdict(check, [](MailDomain& mail) { mail.dmarc_subdomain_policy = "quarantine"; }) == Verdict::fail);
  CHECK(verdict(check, [](MailDomain& mail) { mail.dmarc_missing_name_policy = "none"; }) == Verdict::fail);
  CHECK(verdict(check, [](MailDomain& mail) { mail.dmarc_policy = "quarantine"; }) == Verdict::pass);
  CHECK(verdict(check, [](MailDomain& mail) { mail.dmarc_missing_name_policy.clear(); }) == Verdict::pass);
  CHECK(verdict(check, [](MailDomain& mail) { mail.dmarc_organisation.clear(); }) == Verdict::unknown);
}

TEST_CASE("trials and removed tags are named", "[exposure][mail]") {
  const auto faults = with_mail([](MailDomain& mail) { mail.dmarc_faults = {"historic-pct", "testing"}; });
  CHECK(test::failure("EXP-DMARC-PARTIAL", faults).evidence.at("faults") == "testing");
  CHECK(test::failure("EXP-DMARC-HISTORIC", faults).evidence.at("faults") == "historic-pct");
  CHECK(verdict("EXP-DMARC-NONE", [](MailDomain& mail) { mail.dmarc_policy = "none"; }) == Verdict::fail);
  CHECK(verdict("EXP-DMARC-NONE", [](MailDomain& mail) { mail.dmarc_policy = "quarantine"; }) == Verdict::pass);
}

TEST_CASE("old and new readers of DMARC must see the same", "[exposure][mail]") {
  const auto* const check = "EXP-DMARC-READERS";
  CHECK(verdict(check, [](MailDomain& mail) { mail.dmarc_older_organisation = "autre.test"; }) == Verdict::fail);
  CHECK(verdict(check, [](MailDomain& mail) { mail.dmarc_older_domain.clear(); }) == Verdict::fail);
  CHECK(verdict(check, [](MailDomain& mail) { mail.dmarc_organisation.clear(); }) == Verdict::unknown);
}

TEST_CASE("a policy of MTA-STS that a stop kept from being fetched is not known", "[exposure][mail]") {
  auto facts = with_mail([](MailDomain& mail) {
    mail.mta_sts = {Outcome::present, {}};
    mail.mta_sts_policy = {};
  });
  CHECK(test::verdict("EXP-MTA-STS-POLICY", facts) == Verdict::not_applicable);  // sites are not looked at
  facts.gaps.push_back({"web", "stopped"});
  CHECK(test::verdict("EXP-MTA-STS-POLICY", facts) == Verdict::unknown);
}
