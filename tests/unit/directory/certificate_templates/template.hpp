// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

namespace hygie::test {

using Spoil = void (*)(directory::DirectoryFacts&, directory::CertificateTemplate&);

/// The verdict on the healthy template once made bad, then changed by `and_then`.
inline core::Verdict template_verdict(std::string_view id, Spoil spoil, Spoil and_then) {
  auto facts = healthy_directory();
  spoil(facts, facts.templates.front());
  and_then(facts, facts.templates.front());
  return verdict(id, facts);
}

/// What every check on templates owes: healthy passes, bad fails and says who may enrol, and a template that nobody
/// can misuse, or that could not be read, is answered for what it is.
inline void check_template(std::string_view id, Spoil spoil) {
  using core::Verdict;
  using directory::CertificateTemplate;
  using directory::DirectoryFacts;
  auto facts = healthy_directory();
  CHECK(verdict(id, facts) == Verdict::pass);
  spoil(facts, facts.templates.front());
  CHECK(failure(id, facts).evidence.at("trustees").find("Domain Computers") != std::string::npos);

  const auto after = [&](Spoil and_then) { return template_verdict(id, spoil, and_then); };
  CHECK(after([](DirectoryFacts& all, CertificateTemplate&) { all.enrolment_services.front().templates.clear(); }) ==
        Verdict::pass);
  CHECK(after([](DirectoryFacts& all, CertificateTemplate&) { all.enrolment_services.clear(); }) ==
        Verdict::not_applicable);
  CHECK(after([](DirectoryFacts&, CertificateTemplate& one) { one.readable = false; }) == Verdict::unknown);
  CHECK(after([](DirectoryFacts&, CertificateTemplate& one) { one.descriptor = directory::DescriptorRef::none; }) ==
        Verdict::unknown);
  // Tier zero alone may enrol; then everybody may, after having been denied it.
  CHECK(after([](DirectoryFacts& all, CertificateTemplate& one) {
          using namespace directory;
          one.descriptor = DescriptorRef{0};
          grant(all, one, sid(all, "S-1-1-0"), rights::control_access, rights::enroll, Ace::Type::deny);
          grant(all, one, sid(all, "S-1-5-11"), rights::control_access, rights::enroll);
        }) == Verdict::pass);
}

/// For the templates where a manager's approval or an agent's signature stands in between.
inline void check_approval(std::string_view id, Spoil spoil) {
  CHECK(template_verdict(id, spoil, [](auto&, auto& one) { one.enrolment_flag |= 0x2; }) == core::Verdict::pass);
  CHECK(template_verdict(id, spoil, [](auto&, auto& one) { one.ra_signatures = 1; }) == core::Verdict::pass);
}

/// For the certificates that open a session only when their authority is trusted for it, or when that was not read.
inline void check_trusted_authority(std::string_view id, Spoil spoil) {
  using Where = directory::CertificateFacts::Where;
  CHECK(template_verdict(id, spoil, [](auto& all, auto&) {
          for (auto& certificate : all.certificates)
            if (certificate.where == Where::nt_auth) certificate.thumbprint = "bb22";
        }) == core::Verdict::pass);
  CHECK(template_verdict(id, spoil, [](auto& all, auto&) {
          std::erase_if(all.certificates, [](const auto& certificate) { return certificate.where == Where::nt_auth; });
        }) == core::Verdict::fail);
}

}  // namespace hygie::test
