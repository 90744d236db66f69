// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace

Findings imported_finding(const ExposureFacts& facts, const Params& params) {
  const auto& serious = params.list("severities");
  Findings found;
  for (const auto& one : facts.imported)
    if (std::find(serious.begin(), serious.end(), one.severity) != serious.end())
      found.push_back(
          on(Verdict::fail, one.target + " " + one.rule,
             {{"title", one.title}, {"tool", one.tool}, {"severity", one.severity}, {"cves", joined(one.cves)}},
             one.target));
  return or_pass(std::move(found), facts, facts.imported.size());
}

}  // namespace hygie::exposure
