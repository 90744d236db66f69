// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificates/judging.hpp"

namespace hygie::directory {

// The first limit is ANSSI's level 1 and no choice of the establishment's; the date is where its advice changes.
Findings certificate_weak_key(const DirectoryFacts& facts, const Params& params) {
  using namespace std::chrono;
  using Key = CertificateFacts::Key;
  constexpr core::Instant after_2030 = sys_days{year{2031} / 1 / 1};
  const auto minimum = params.integer("minimum_bits"), later = params.integer("minimum_bits_after_2030");
  return judge_certificates(facts, [&](const CertificateFacts& one) -> std::optional<CertificateFault> {
    const auto missing = [](std::string what) {
      return CertificateFault{Verdict::unknown, {{"missing", std::move(what)}}};
    };
    if (one.key == Key::other && one.bits == 0) return missing("subjectPublicKeyInfo");
    if (one.key != Key::rsa) return std::nullopt;
    Evidence evidence{{"bits", std::to_string(one.bits)}};
    if (one.bits < 1024) return CertificateFault{Verdict::fail, std::move(evidence), 1};
    if (one.bits < minimum) return CertificateFault{Verdict::fail, std::move(evidence), 3};
    if (one.bits >= later) return std::nullopt;
    if (!one.not_after) return missing("notAfter");
    if (*one.not_after < after_2030) return std::nullopt;
    return CertificateFault{Verdict::fail, std::move(evidence), 3};
  });
}

}  // namespace hygie::directory
