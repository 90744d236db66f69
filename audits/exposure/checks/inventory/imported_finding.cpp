// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

/// Our own measure of the same flaw on the same service, where there is one.
Observation measured(const ExposureFacts& facts, const Imported& one) {
  using Flaw = Observation Tls::*;
  static const std::map<std::string, Flaw, std::less<>> flaws{{"CVE-2014-0160", &Tls::heartbleed},
                                                              {"CVE-2014-0224", &Tls::ccs_injection},
                                                              {"CVE-2016-9244", &Tls::ticketbleed}};
  if (one.cves.size() != 1) return {};
  const auto flaw = flaws.find(one.cves.front());
  if (flaw == flaws.end()) return {};
  for (const auto& tls : facts.tls)
    if (tls.service == one.target) return tls.*(flaw->second);
  return {};
}

bool contradicted(const ExposureFacts& facts, const Imported& one) {
  return measured(facts, one).outcome == Outcome::absent;
}

}  // namespace

Findings imported_finding(const ExposureFacts& facts, const Params& params) {
  const auto& serious = params.list("severities");
  Findings found;
  for (const auto& gap : facts.gaps)
    if (gap.what == "imports") found.push_back(on_whole(facts, Verdict::unknown, {{"missing", gap.why}}));
  for (const auto& one : facts.imported)
    if (std::find(serious.begin(), serious.end(), one.severity) != serious.end() && !contradicted(facts, one))
      found.push_back(
          on(Verdict::fail, one.target + " " + one.rule,
             {{"title", one.title}, {"tool", one.tool}, {"severity", one.severity}, {"cves", joined(one.cves)}},
             one.target));
  return or_pass(std::move(found), facts, facts.imported.size());
}

}  // namespace hygie::exposure
