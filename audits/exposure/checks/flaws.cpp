// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/flaws.hpp"

#include "audits/exposure/severity.hpp"

#include <algorithm>
#include <map>

namespace hygie::exposure {
namespace {

// More CVEs than anybody reads; the number of all of them is said beside.
constexpr std::size_t most_named = 8;

Weighed weight_of(const ExposureFacts& facts, const Vulnerability& flaw) {
  const auto* service = facts.service(flaw.service);
  const auto* asset = service == nullptr ? nullptr : facts.asset_of(*service);
  return weigh({.cvss = flaw.cvss < 0 ? std::nullopt : std::optional(flaw.cvss),
                .exploited = flaw.kev_added.has_value(),
                .ransomware = flaw.ransomware,
                .epss = flaw.epss < 0 ? std::nullopt : std::optional(flaw.epss / 100'000.0),
                .internet_facing = facts.from_internet(),
                .care_impact = asset == nullptr ? 0 : asset->care,
                .confirmed = flaw.confirmed});
}

struct Weighty {
  const Vulnerability* flaw;
  Weighed weight;
};

Finding finding_of(const ExposureFacts& facts, const std::string& id, std::vector<Weighty> flaws) {
  std::stable_sort(flaws.begin(), flaws.end(),
                   [](const Weighty& one, const Weighty& other) { return one.weight.score > other.weight.score; });
  const auto& worst = flaws.front();
  std::string named;
  for (std::size_t i = 0; i < std::min(flaws.size(), most_named); ++i)
    named += (i == 0 ? "" : ", ") + flaws[i].flaw->cve;
  Evidence evidence{{"cves", named},
                    {"count", std::to_string(flaws.size())},
                    {"product", worst.flaw->product + " " + worst.flaw->version},
                    {"formula", worst.weight.formula},
                    {"certainty", worst.flaw->confirmed ? "confirmed" : "possible"}};
  if (worst.flaw->kev_due) evidence["kev_due"] = day(worst.flaw->kev_due);
  if (!worst.flaw->why.empty()) evidence["doubts"] = worst.flaw->why;
  const auto* service = facts.service(id);
  if (service == nullptr) return on(Verdict::fail, id, std::move(evidence));
  return on(facts, Verdict::fail, *service, std::move(evidence));
}

}  // namespace

Findings flaws_of_weight(const ExposureFacts& facts, core::Severity weight) {
  std::map<std::string, std::vector<Weighty>> by_service;
  for (const auto& flaw : facts.vulnerabilities)
    if (auto weighed = weight_of(facts, flaw); weighed.severity == weight)
      by_service[flaw.service].push_back({&flaw, std::move(weighed)});
  Findings found;
  for (auto& [service, flaws] : by_service) found.push_back(finding_of(facts, service, std::move(flaws)));
  return or_pass(std::move(found), facts, facts.services.size());
}

}  // namespace hygie::exposure
