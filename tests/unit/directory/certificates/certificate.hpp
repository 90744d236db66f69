// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

namespace hygie::test {

using SpoilCertificate = void (*)(directory::CertificateFacts&);

/// The verdict on the healthy directory once its first certificate was changed.
inline core::Verdict certificate_verdict(std::string_view id, SpoilCertificate change) {
  auto facts = healthy_directory();
  change(facts.certificates.front());
  return verdict(id, facts);
}

/// The level at which the first certificate fails once changed; 0 is the catalogue's.
inline int certificate_level(std::string_view id, SpoilCertificate change) {
  auto facts = healthy_directory();
  change(facts.certificates.front());
  return failure(id, facts).level;
}

/// What every check on weak certificates owes: healthy passes, bad fails wherever it lies and says which certificate
/// of its holder, each one apart; nothing to judge is said as such.
inline void check_certificate(std::string_view id, SpoilCertificate spoil) {
  using core::Verdict;
  using Where = directory::CertificateFacts::Where;
  auto facts = healthy_directory();
  CHECK(verdict(id, facts) == Verdict::pass);
  spoil(facts.certificates.front());
  for (const auto where : {Where::user, Where::authority, Where::nt_auth, Where::enrolment, Where::aia}) {
    facts.certificates.front().where = where;
    const auto finding = failure(id, facts);
    CHECK(finding.object ==
          "CN=NTAuthCertificates,CN=Public Key Services,CN=Services,CN=Configuration,"
          "DC=hopital,DC=test aa11");
    CHECK(finding.evidence.at("thumbprint") == "aa11");
  }
  auto second = facts.certificates.front();
  second.thumbprint = "bb22";
  facts.certificates.push_back(second);
  CHECK(failures(id, facts) == 2);
  facts.certificates.clear();
  CHECK(verdict(id, facts) == Verdict::not_applicable);
}

/// For the checks that need the certificate decoded: they leave one that is not to DIR-CERT-UNDECODABLE, and do not
/// call sound a directory of which they could read none.
inline void check_decoded_only(std::string_view id, SpoilCertificate spoil) {
  using Key = directory::CertificateFacts::Key;
  check_certificate(id, spoil);
  auto facts = healthy_directory();
  facts.certificates.front() = {.holder = facts.certificates.front().holder, .thumbprint = "aa11"};
  REQUIRE(facts.certificates.front().key == Key::undecodable);
  auto findings = run(id, facts);
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().verdict == core::Verdict::pass);
  CHECK(findings.front().evidence.at("examined") == "1");
  facts.certificates.pop_back();
  CHECK(verdict(id, facts) == core::Verdict::unknown);
}

}  // namespace hygie::test
