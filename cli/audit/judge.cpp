// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/judge.hpp"

#include "cli/audit/domain_input.hpp"
#include "core/calendar.hpp"
#include "core/decide.hpp"
#include "core/i18n.hpp"
#include "core/log.hpp"
#include "core/parallel.hpp"
#include "core/store/run_json.hpp"

#include <algorithm>

namespace hygie::cli {
namespace {

using core::Verdict;

std::vector<core::CheckFindings> run_checks(const std::vector<DomainInput>& inputs, const Judgement& judgement) {
  std::vector<const DomainInput::Asked*> asked;
  for (const auto& input : inputs)
    for (const auto& check : input.checks)
      if (judgement.request.selected(check.id)) asked.push_back(&check);
  std::vector<core::CheckFindings> all(asked.size());
  core::parallel_for(asked.size(), [&](std::size_t i) {
    const auto& check = *asked[i];
    const auto* info = judgement.catalogue.find(check.id);
    if (info == nullptr) throw std::logic_error("the catalogue lacks " + std::string(check.id));
    all[i] = {std::string(check.id), check.run(params_for(*info, judgement.declaration))};
  });
  return all;
}

void count(core::DomainResult& domain, const std::vector<core::CheckResult>& results) {
  for (const auto& result : results) {
    if (result.domain != domain.domain) continue;
    if (result.waived) {
      ++domain.waived;
    } else {
      ++domain.counts.at(static_cast<std::size_t>(result.verdict));
    }
  }
}

/// A level is only reached when every control point was asked.
core::LevelResult level_of(const std::vector<core::CheckResult>& results, const Judgement& judgement,
                           const std::string& domain, bool accept_waivers) {
  auto level = core::maturity_level(results, judgement.catalogue, domain, accept_waivers);
  if (!judgement.request.selects_all()) level.reached.reset();
  return level;
}

core::DomainResult domain_of(const DomainInput& input, const Judgement& judgement,
                             const std::vector<core::CheckResult>& results) {
  core::DomainResult domain;
  domain.domain = input.domain;
  domain.level = level_of(results, judgement, input.domain, false);
  domain.level_with_waivers = level_of(results, judgement, input.domain, true);
  count(domain, results);
  domain.gaps = input.gaps;
  domain.scope = input.scope;
  if (judgement.interrupted) domain.gaps.push_back({input.domain, core::tr("the audit was interrupted")});
  return domain;
}

bool answered(const core::CheckResult& result) {
  return std::none_of(result.subjects.begin(), result.subjects.end(),
                      [](const core::Subject& subject) { return subject.finding.verdict == Verdict::unknown; });
}

std::string hash_of(const Reading& reading) {
  auto snapshots = reading.snapshots;
  if (reading.exposure) snapshots.push_back(reading.exposure_snapshot);
  if (snapshots.size() == 1) return core::sha256_hex(snapshots.front());
  std::string all;
  for (const auto& bytes : snapshots) all += core::sha256_hex(bytes);
  return all.empty() ? all : core::sha256_hex(all);
}

}  // namespace

core::Run judge(const Reading& reading, const Judgement& judgement) {
  core::Run run;
  run.started = judgement.started;
  run.finished = judgement.finished;
  run.establishment = judgement.declaration.establishment;
  run.baseline = judgement.baseline;
  run.snapshot_sha256 = hash_of(reading);
  const auto inputs = domain_inputs(reading);
  auto decisions = core::decide(run_checks(inputs, judgement), judgement.catalogue, judgement.waivers,
                                judgement.baseline_fails, core::day_of(judgement.started));
  run.results = std::move(decisions.results);
  run.waiver_notes = std::move(decisions.notes);
  for (const auto& input : inputs) run.domains.push_back(domain_of(input, judgement, run.results));
  run.complete = std::all_of(run.domains.begin(), run.domains.end(),
                             [](const core::DomainResult& domain) { return domain.gaps.empty(); }) &&
                 std::all_of(run.results.begin(), run.results.end(), answered);
  auto day = core::format_date(core::day_of(run.started));
  day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
  run.id = day + "-" + core::sha256_hex(core::run_to_json(run)).substr(0, 12);
  core::log(core::LogLevel::info, "run-judged", {{"run", run.id}, {"checks", std::to_string(run.results.size())}});
  return run;
}

std::set<std::string, std::less<>> fails_of(const core::Run& run) {
  std::set<std::string, std::less<>> fails;
  for (const auto& result : run.results)
    for (const auto& subject : result.subjects)
      if (subject.finding.verdict == Verdict::fail) fails.insert(result.check + "\n" + subject.finding.object);
  return fails;
}

}  // namespace hygie::cli
