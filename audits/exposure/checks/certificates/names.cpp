// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/weaknesses.hpp"

namespace hygie::exposure {

Findings certificate_without_names(const ExposureFacts& facts, const Params&) {
  return for_certificates(facts, Whose::servers, [](const Certificate& certificate, Finding finding) {
    if (certificate.names.empty()) finding.verdict = Verdict::fail;
    return finding;
  });
}

Findings certificate_wide_wildcard(const ExposureFacts& facts, const Params&) {
  return for_certificates(facts, Whose::servers, [](const Certificate& certificate, Finding finding) {
    std::vector<std::string> wide;
    for (const auto& name : certificate.names)
      // "*.test" has one label behind the star: it answers for a whole top-level domain
      if (name.starts_with("*.") && name.find('.', 2) == std::string::npos) wide.push_back(name);
    if (wide.empty()) return finding;
    finding.verdict = Verdict::fail;
    finding.evidence.emplace("names", listed(wide));
    return finding;
  });
}

}  // namespace hygie::exposure
