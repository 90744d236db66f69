// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-ADCS-ESC15", "[directory]") {
  auto facts = test::healthy_directory();
  auto& one = facts.templates.front();
  CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::pass);
  one.schema_version = 1;
  one.name_flag = 0x1;
  one.extended_usages = {"1.3.6.1.5.5.7.3.1"};
  CHECK(test::failure("DIR-ADCS-ESC15", facts).evidence.at("trustees").find("Domain Computers") != std::string::npos);
  SECTION("a manager's approval or an agent's signature stands in between") {
    one.enrolment_flag |= 0x2;
    CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::pass);
    one.enrolment_flag = 0;
    one.ra_signatures = 1;
    CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::pass);
  }
  SECTION("an authority that is not trusted for logon gives no session; when that was not read, it may") {
    for (auto& certificate : facts.certificates)
      if (certificate.where == directory::CertificateFacts::Where::nt_auth) certificate.thumbprint = "bb22";
    CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::pass);
    std::erase_if(facts.certificates, [](const directory::CertificateFacts& certificate) {
      return certificate.where == directory::CertificateFacts::Where::nt_auth;
    });
    CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::fail);
  }
  SECTION("version 2 says itself what the certificate serves for") {
    one.schema_version = 2;
    CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::pass);
  }

  SECTION("a template that nobody publishes issues nothing") {
    facts.enrolment_services.front().templates.clear();
    CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::pass);
  }
  SECTION("tier zero alone may enrol, or everybody else is denied first") {
    one.descriptor = directory::DescriptorRef{0};
    CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::pass);
    test::grant(facts, one, test::sid(facts, "S-1-1-0"), directory::rights::control_access, directory::rights::enroll,
                directory::Ace::Type::deny);
    test::grant(facts, one, test::sid(facts, "S-1-5-11"), directory::rights::control_access, directory::rights::enroll);
    CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::pass);
  }
  SECTION("flags or rights that were not read are unknown") {
    one.readable = false;
    CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::unknown);
    one.readable = true;
    one.descriptor = directory::DescriptorRef::none;
    CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::unknown);
  }
  SECTION("without an authority there is nothing to decide") {
    facts.enrolment_services.clear();
    CHECK(test::verdict("DIR-ADCS-ESC15", facts) == Verdict::not_applicable);
  }
}
