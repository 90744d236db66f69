// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificates/judging.hpp"

namespace hygie::directory {

Findings certificate_small_exponent(const DirectoryFacts& facts, const Params& params) {
  const auto minimum = params.integer("minimum_exponent");
  return judge_certificates(facts, [&](const CertificateFacts& one) -> std::optional<CertificateFault> {
    if (one.key != CertificateFacts::Key::rsa || one.exponent >= minimum) return std::nullopt;
    return CertificateFault{
        .evidence = {{"exponent", std::to_string(one.exponent)}, {"minimum_exponent", std::to_string(minimum)}}};
  });
}

}  // namespace hygie::directory
