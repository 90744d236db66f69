// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificates/judging.hpp"

namespace hygie::directory {

Findings certificate_dsa(const DirectoryFacts& facts, const Params&) {
  return judge_certificates(facts, [](const CertificateFacts& one) -> std::optional<CertificateFault> {
    if (one.key != CertificateFacts::Key::dsa) return std::nullopt;
    return CertificateFault{.evidence = {{"bits", std::to_string(one.bits)}}};
  });
}

}  // namespace hygie::directory
