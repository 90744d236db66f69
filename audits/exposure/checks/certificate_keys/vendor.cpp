// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

namespace hygie::exposure {

Findings certificate_of_vendor(const ExposureFacts& facts, const Params& params) {
  return for_certificates(facts, Whose::servers, [&](const Certificate& certificate, Finding finding) {
    for (const auto& mark : params.list("marks"))
      if (certificate.subject.find(mark) != std::string::npos || certificate.issuer.find(mark) != std::string::npos) {
        finding.verdict = Verdict::fail;
        finding.evidence.insert({{"mark", mark}, {"issuer", certificate.issuer}});
      }
    return finding;
  });
}

}  // namespace hygie::exposure
