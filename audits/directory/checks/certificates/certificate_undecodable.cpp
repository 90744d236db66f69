// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificates/judging.hpp"

namespace hygie::directory {

Findings certificate_undecodable(const DirectoryFacts& facts, const Params&) {
  if (facts.certificates.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  for (const auto& one : facts.certificates)
    if (one.key == CertificateFacts::Key::undecodable) found.push_back(on_certificate(facts, one, {}));
  return or_pass(std::move(found), facts, facts.certificates.size());
}

}  // namespace hygie::directory
