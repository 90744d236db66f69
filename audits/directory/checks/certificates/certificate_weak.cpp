// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificates/weakness.hpp"
#include "audits/directory/checks/support.hpp"

#include <fmt/format.h>

namespace hygie::directory {

Findings certificate_weak(const DirectoryFacts& facts, const Params&) {
  Findings found;
  for (const auto& one : facts.certificates) {
    auto finding =
        on(facts, Verdict::fail, one.holder, {{"subject", std::string(one.subject)}, {"end", day(one.not_after)}});
    finding.object += " " + std::string(one.thumbprint);
    if (auto weak = certificate_weakness(one)) {
      finding.evidence["weakness"] = std::move(weak->what);
      finding.level = weak->level;
    } else if (!hash_is_strong(one.signature)) {
      finding.verdict = Verdict::unknown;
      finding.evidence["missing"] = fmt::format("hash of {}", one.signature);
    } else {
      continue;
    }
    found.push_back(std::move(finding));
  }
  if (facts.certificates.empty()) return on_domain(facts, Verdict::not_applicable);
  return or_pass(std::move(found), facts, facts.certificates.size());
}

}  // namespace hygie::directory
