// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificates/judging.hpp"

#include "audits/directory/checks/text.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

bool contains_one(const std::string& text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

}  // namespace

Finding on_certificate(const DirectoryFacts& facts, const CertificateFacts& one, CertificateFault fault) {
  auto finding = on(facts, fault.verdict, one.holder, std::move(fault.evidence), fault.level);
  finding.object += " " + std::string(one.thumbprint);
  finding.evidence["thumbprint"] = std::string(one.thumbprint);
  if (one.key == CertificateFacts::Key::undecodable) return finding;
  finding.evidence["subject"] = std::string(one.subject);
  finding.evidence["end"] = day(one.not_after);
  return finding;
}

Findings judge_certificates(const DirectoryFacts& facts, const JudgeCertificate& judge) {
  if (facts.certificates.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  std::size_t decoded = 0;
  for (const auto& one : facts.certificates) {
    if (one.key == CertificateFacts::Key::undecodable) continue;
    ++decoded;
    if (auto fault = judge(one)) found.push_back(on_certificate(facts, one, std::move(*fault)));
  }
  if (decoded == 0) return {not_read(facts, facts.domain.dn, "userCertificate, cACertificate")};
  return or_pass(std::move(found), facts, decoded);
}

std::optional<bool> hash_is_strong(std::string_view signature) {
  const auto name = lower(signature);
  if (contains_one(name, {"sha224", "sha256", "sha384", "sha512", "sha3", "ed25519", "ed448"})) return true;
  if (contains_one(name, {"md2", "md4", "md5", "sha1", "ripemd", "shawithrsa", "dsawithsha"})) return false;
  return std::nullopt;
}

}  // namespace hygie::directory
