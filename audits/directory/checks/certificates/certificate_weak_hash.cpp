// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificates/judging.hpp"

namespace hygie::directory {

Findings certificate_weak_hash(const DirectoryFacts& facts, const Params&) {
  return judge_certificates(facts, [](const CertificateFacts& one) -> std::optional<CertificateFault> {
    const auto strong = hash_is_strong(one.signature);
    std::string signature(one.signature);
    if (!strong) return CertificateFault{Verdict::unknown, {{"missing", "hash of " + signature}}};
    if (*strong) return std::nullopt;
    return CertificateFault{.evidence = {{"signature", std::move(signature)}}};
  });
}

}  // namespace hygie::directory
