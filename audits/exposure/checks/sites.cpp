// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

bool has(const std::vector<std::string_view>& words, std::string_view word) {
  return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

Finding lost(const Site& site, std::string missing, const Observation& why) {
  return on(Verdict::unknown, site, {{"missing", std::move(missing)}, {"reason", why.reason}});
}

}  // namespace

Finding on(Verdict verdict, const Site& site, Evidence evidence) {
  evidence.emplace("url", site.url);
  evidence.emplace("service", site.service);
  // the same name at two addresses is two sites
  return {verdict, site.url + " (" + site.service + ")", std::move(evidence), site.url};
}

Findings for_sites(const ExposureFacts& facts, const std::function<bool(const Site&)>& concerns,
                   const std::function<std::optional<Finding>(const Site&)>& judge) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& site : facts.sites) {
    if (concerns && !concerns(site)) continue;
    if (!site.answered.present()) {
      found.push_back(lost(site, "web", site.answered));
      continue;
    }
    auto finding = judge(site);
    if (!finding) continue;
    ++examined;
    if (finding->verdict != Verdict::pass) found.push_back(std::move(*finding));
  }
  return or_pass(std::move(found), facts, examined);
}

Findings never_present(const ExposureFacts& facts, Observation Site::*fact) {
  return for_sites(facts, {}, [fact](const Site& site) -> std::optional<Finding> {
    const auto& seen = site.*fact;
    if (seen.outcome == Outcome::not_run) return {};
    return on(verdict_of(seen, Verdict::fail), site, {{"reason", seen.reason}});
  });
}

std::string_view said_by(const WebSign& sign, std::string_view name) {
  const auto found =
      std::find_if(sign.said.begin(), sign.said.end(), [&](const auto& one) { return one.first == name; });
  return found == sign.said.end() ? std::string_view{} : std::string_view(found->second);
}

bool answers_to(const WebSign& sign, const SignQuestion& question) {
  return has(question.kinds, sign.kind) && has(question.names, sign.name) &&
         (question.except.empty() || !has(question.except, sign.name)) &&
         (question.access.empty() || said_by(sign, "access") == question.access);
}

Evidence evidence_of(const WebSign& sign) {
  Evidence evidence{{"what", sign.name}, {"path", sign.path}, {"proof", sign.proof}};
  for (const auto& [name, value] : sign.said) evidence.emplace(name, value);
  return evidence;
}

Findings no_sign(const ExposureFacts& facts, const SignQuestion& question) {
  if (question.from_internet && !facts.from_internet())
    return {on_whole(facts, Verdict::not_applicable, {{"vantage", facts.origin.vantage}})};
  Findings found;
  for (const auto& site : facts.sites) {
    const auto before = found.size();
    for (const auto& sign : site.signs) {
      if (!answers_to(sign, question)) continue;
      auto finding = on(Verdict::fail, site, evidence_of(sign));
      finding.object += " " + sign.name;
      found.push_back(std::move(finding));
    }
    if (found.size() == before && !site.answered.present()) found.push_back(lost(site, "web", site.answered));
    if (found.size() == before && site.searched.outcome == Outcome::unknown)
      found.push_back(lost(site, "searched", site.searched));
  }
  return or_pass(std::move(found), facts, facts.sites.size());
}

const Asset* asset_of(const ExposureFacts& facts, const Site& site) {
  for (const auto& asset : facts.inventory)
    if (!asset.name.empty() && asset.name == site.host) return &asset;
  const auto* service = facts.service(site.service);
  return service == nullptr ? nullptr : facts.asset_of(*service);
}

std::string header_of(const Site& site, std::string_view name) {
  std::string out;
  for (const auto& [header, value] : site.headers)
    if (header == name) out += (out.empty() ? "" : ", ") + value;
  return out;
}

bool serves_page(const Site& site) { return site.status / 100 == 2; }

}  // namespace hygie::exposure
