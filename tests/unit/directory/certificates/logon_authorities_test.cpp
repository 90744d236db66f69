// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-CERT-NTAUTH", "[directory]") {
  auto facts = test::healthy_directory();
  CHECK(test::verdict("DIR-CERT-NTAUTH", facts) == Verdict::pass);
  auto other = facts.certificates.front();
  other.thumbprint = "bb22";
  other.subject = "CN=AC Ancienne";
  facts.certificates.push_back(other);
  CHECK(test::failure("DIR-CERT-NTAUTH", facts).evidence.at("subject") == "CN=AC Ancienne");
  SECTION("an expired one issues nothing") {
    facts.certificates.back().not_after = facts.collected_at - std::chrono::seconds{1};
    CHECK(test::verdict("DIR-CERT-NTAUTH", facts) == Verdict::pass);
  }
  SECTION("the former certificate of an authority renewed since is the forest's") {
    auto renewed = other;
    renewed.where = directory::CertificateFacts::Where::enrolment;
    renewed.thumbprint = "cc33";
    facts.certificates.push_back(renewed);
    CHECK(test::verdict("DIR-CERT-NTAUTH", facts) == Verdict::pass);
  }
  SECTION("no authority for logon at all") {
    facts.certificates.clear();
    CHECK(test::verdict("DIR-CERT-NTAUTH", facts) == Verdict::not_applicable);
  }
}
