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

/// We looked at that port ourselves in this audit, and did not find it open.
bool found_shut(const Work& work, const Service& theirs) {
  const auto host = std::find_if(work.facts.hosts.begin(), work.facts.hosts.end(),
                                 [&](const Host& one) { return one.address == theirs.address; });
  const auto& ports = work.target.ports;
  return theirs.transport == "tcp" && host != work.facts.hosts.end() && host->asked > 0 && host->not_asked == 0 &&
         std::find(ports.begin(), ports.end(), theirs.port) != ports.end() &&
         work.gate.guard().decide(theirs.address, theirs.port).manner != net::Manner::do_not_touch;
}

/// Our own measure wins; theirs fills what is empty.
void merge(const Work& work, Service theirs) {
  auto& services = work.facts.services;
  const auto ours =
      std::find_if(services.begin(), services.end(), [&](const Service& one) { return one.id() == theirs.id(); });
  if (ours == services.end()) {
    if (!found_shut(work, theirs)) services.push_back(std::move(theirs));
    return;
  }
  const auto& source = theirs.sources.front();
  if (std::find(ours->sources.begin(), ours->sources.end(), source) == ours->sources.end())
    ours->sources.push_back(source);
  if (ours->protocol.empty() && !theirs.protocol.empty()) {
    ours->protocol = theirs.protocol;
    ours->tls = theirs.tls;
    ours->identified = theirs.identified;
  }
  if (ours->products.empty()) ours->products = std::move(theirs.products);
}

/// One finding of one flaw of one target, whichever tools told it.
using Known = std::set<std::tuple<std::string, std::string, std::string>>;

void take_findings(const Work& work, std::vector<Imported> findings, Known& known) {
  for (auto& finding : findings) {
    if (!concerns_us(work, host_of(finding.target))) {
      ++work.facts.origin.left_out;
      continue;
    }
    const auto what = finding.cves.empty() ? finding.rule : finding.cves.front();
    if (known.emplace(finding.target, what, finding.cves.empty() ? finding.tool : std::string{}).second)
      work.facts.imported.push_back(std::move(finding));
  }
}

void take(const Work& work, ToolResults results, Known& known) {
  for (auto& service : results.services) {
    if (concerns_us(work, service.address)) {
      merge(work, std::move(service));
    } else {
      ++work.facts.origin.left_out;
    }
  }
  take_findings(work, std::move(results.findings), known);
}

}  // namespace

void read_imports(const Work& work) {
  Known known;
  for (const auto& path : work.target.imports) {
    auto results = load_results(path);
    if (!results) {
      const auto& error = results.error();
      work.facts.gaps.push_back({"imports", (error.where.empty() ? path : error.where) + ": " + error.what});
      continue;
    }
    if (results->cut_short)
      work.facts.gaps.push_back(
          {"imports", path + ": " + core::tr("the tool was interrupted; what is whole was read")});
    take(work, std::move(*results), known);
  }
}

}  // namespace hygie::exposure
