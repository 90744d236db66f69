// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/history.hpp"

#include "audits/exposure/snapshot.hpp"

#include <algorithm>

namespace hygie::cli {
namespace {

// A year and a half of weekly audits: more would only cost time.
constexpr std::size_t most_runs = 80;

/// What is seen from inside and from the internet are two pictures: they are never compared.
bool seen_from(const core::Run& run, const std::string& vantage) {
  const std::pair<std::string, std::string> wanted("vantage", vantage);
  return std::any_of(run.domains.begin(), run.domains.end(), [&](const core::DomainResult& domain) {
    return domain.domain == "exposure" &&
           std::find(domain.scope.begin(), domain.scope.end(), wanted) != domain.scope.end();
  });
}

exposure::EarlierRun earlier(const core::Run& run) {
  exposure::EarlierRun out;
  out.id = run.id;
  out.finished = run.finished;
  for (const auto& domain : run.domains) {
    if (domain.domain != "exposure") continue;
    out.level = domain.level.reached.value_or(0);
    const bool whole = std::find(domain.scope.begin(), domain.scope.end(),
                                 std::pair<std::string, std::string>("source", "scan")) != domain.scope.end();
    out.complete = whole && domain.gaps.empty();
  }
  bool listed = false;  // a run of chosen checks may not know its services
  for (const auto& result : run.results)
    if (result.check == "EXP-SERVICE-LIST") {
      listed = true;
      for (const auto& subject : result.subjects)
        if (subject.finding.evidence.contains("port")) out.services.push_back(subject.finding.object);
    }
  out.complete &= listed;
  return out;
}

void read(exposure::ExposureFacts& facts, const core::Store& store) {
  const auto runs = store.list();
  if (!runs) return facts.gaps.push_back({"history", runs.error().what});
  for (const auto& one : *runs) {
    if (one.domains.find("exposure") == std::string::npos || one.started >= facts.collected_at) continue;
    if (facts.earlier.size() == most_runs) break;
    // parts of this very audit, from before it was taken up
    if (std::find(facts.origin.resumes.begin(), facts.origin.resumes.end(), one.id) != facts.origin.resumes.end())
      continue;
    const auto run = store.load(one.id);
    if (!run) return facts.gaps.push_back({"history", run.error().what});
    if (seen_from(*run, facts.origin.vantage)) facts.earlier.push_back(earlier(*run));
  }
}

}  // namespace

void add_history(Reading& reading, const core::Store* store) {
  if (!reading.exposure) return;
  auto& facts = *reading.exposure;
  if (store == nullptr)
    facts.not_asked.push_back(exposure::Part::history);
  else
    read(facts, *store);
  reading.exposure_snapshot = exposure::write_snapshot(facts);
}

}  // namespace hygie::cli
