// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/imports/imports.hpp"
#include "audits/exposure/collect/reading.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace hygie::exposure {
namespace {

/// The host of "192.0.2.7:443/tcp", "[2001:db8::7]:443/tcp", "https://www.exemple.test:8443/x" or "192.0.2.7".
std::string host_of(std::string_view target) {
  if (const auto scheme = target.find("://"); scheme != std::string_view::npos) target = target.substr(scheme + 3);
  target = target.substr(0, target.find('/'));
  if (target.starts_with('[')) return std::string(target.substr(1, target.find(']') - 1));
  if (std::count(target.begin(), target.end(), ':') == 1) target = target.substr(0, target.find(':'));
  return std::string(target);
}

/// What others found outside of what is declared is not ours to report.
bool concerns_us(const Work& work, const std::string& host) {
  if (work.gate.scope().contains(host)) return true;
  const auto below = [&](const std::string& domain) {
    return host == domain || (host.size() > domain.size() && host.ends_with("." + domain));
  };
  return std::any_of(work.target.domains.begin(), work.target.domains.end(), below);
}

/// Our own measure wins; theirs fills what is empty.
void merge(ExposureFacts& facts, Service theirs) {
  const auto ours = std::find_if(facts.services.begin(), facts.services.end(),
                                 [&](const Service& one) { return one.id() == theirs.id(); });
  if (ours == facts.services.end()) return facts.services.push_back(std::move(theirs));
  ours->sources.push_back(theirs.sources.front());
  if (ours->protocol.empty() && !theirs.protocol.empty()) {
    ours->protocol = theirs.protocol;
    ours->tls = theirs.tls;
    ours->identified = theirs.identified;
  }
  if (ours->products.empty()) ours->products = std::move(theirs.products);
}

}  // namespace

void read_imports(const Work& work) {
  std::set<std::tuple<std::string, std::string, std::string>> known;
  for (const auto& path : work.target.imports) {
    auto results = load_results(path);
    if (!results) {
      work.facts.gaps.push_back({path, results.error().what});
      continue;
    }
    for (auto& service : results->services) {
      if (concerns_us(work, service.address))
        merge(work.facts, std::move(service));
      else
        ++work.facts.origin.left_out;
    }
    for (auto& finding : results->findings) {
      if (!concerns_us(work, host_of(finding.target))) {
        ++work.facts.origin.left_out;
        continue;
      }
      const auto what = finding.cves.empty() ? finding.rule : finding.cves.front();
      if (known.emplace(finding.target, what, finding.cves.empty() ? finding.tool : std::string{}).second)
        work.facts.imported.push_back(std::move(finding));
    }
  }
}

}  // namespace hygie::exposure
