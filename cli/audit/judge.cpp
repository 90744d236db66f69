// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/judge.hpp"

#include "audits/directory/registry.hpp"
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
using Scope = std::vector<std::pair<std::string, std::string>>;

core::Findings findings_of(const directory::Check& check, const Reading& reading, const core::Params& params) {
  core::Findings all;
  for (const auto& facts : reading.facts) {
    auto found = directory::run_check(check, facts, params);
    all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  for (const auto& lost : reading.lost)
    all.push_back({.verdict = Verdict::unknown, .object = lost.name, .evidence = {{"missing", lost.error.what}}});
  return all;
}

std::vector<core::CheckFindings> run_checks(const Reading& reading, const Judgement& judgement) {
  std::vector<const directory::Check*> asked;
  for (const auto& check : directory::registry())
    if (judgement.request.selected(check.id)) asked.push_back(&check);
  std::vector<core::CheckFindings> all(asked.size());
  core::parallel_for(asked.size(), [&](std::size_t i) {
    const auto& check = *asked[i];
    const auto* info = judgement.catalogue.find(check.id);
    if (info == nullptr) throw std::logic_error("the catalogue lacks " + std::string(check.id));
    all[i] = {std::string(check.id), findings_of(check, reading, params_for(*info, judgement.declaration))};
  });
  return all;
}

Scope scope_of_facts(const directory::DirectoryFacts& facts) {
  const auto people = std::count_if(facts.accounts.begin(), facts.accounts.end(),
                                    [](const auto& account) { return account.is_person(); });
  const auto computers = std::count_if(facts.accounts.begin(), facts.accounts.end(),
                                       [](const auto& account) { return account.is_computer(); });
  Scope scope{{"directory", facts.origin.name},
              {"source", facts.origin.source},
              {"server", facts.origin.server},
              {"reader", facts.origin.reader},
              {"collected", core::format_instant(facts.collected_at)},
              {"accounts", std::to_string(people)},
              {"computers", std::to_string(computers)},
              {"groups", std::to_string(facts.groups.size())},
              {"policies", std::to_string(facts.gpos.size())}};
  if (!facts.origin.protected_channel) scope.emplace_back("channel", "clear");
  scope.erase(std::remove_if(scope.begin(), scope.end(), [](const auto& pair) { return pair.second.empty(); }),
              scope.end());
  return scope;
}

void count(core::DomainResult& domain, const std::vector<core::CheckResult>& results) {
  for (const auto& result : results) {
    if (result.waived) {
      ++domain.waived;
    } else {
      ++domain.counts.at(static_cast<std::size_t>(result.verdict));
    }
  }
}

/// A level is only reached when every control point was asked.
core::LevelResult level_of(const std::vector<core::CheckResult>& results, const Judgement& judgement,
                           bool accept_waivers) {
  auto level = core::maturity_level(results, judgement.catalogue, "directory", accept_waivers);
  if (!judgement.request.selects_all()) level.reached.reset();
  return level;
}

core::DomainResult domain_of(const Reading& reading, const Judgement& judgement,
                             const std::vector<core::CheckResult>& results) {
  core::DomainResult domain;
  domain.domain = "directory";
  domain.level = level_of(results, judgement, false);
  domain.level_with_waivers = level_of(results, judgement, true);
  count(domain, results);
  const bool several = reading.facts.size() + reading.lost.size() > 1;
  for (const auto& lost : reading.lost) domain.gaps.push_back({lost.name, lost.error.what});
  for (const auto& facts : reading.facts) {
    for (const auto& gap : facts.gaps)
      domain.gaps.push_back({several ? facts.origin.name + ": " + gap.what : gap.what, gap.why});
    const auto scope = scope_of_facts(facts);
    domain.scope.insert(domain.scope.end(), scope.begin(), scope.end());
  }
  if (judgement.interrupted) domain.gaps.push_back({"directory", core::tr("the audit was interrupted")});
  return domain;
}

bool answered(const core::CheckResult& result) {
  return std::none_of(result.subjects.begin(), result.subjects.end(),
                      [](const core::Subject& subject) { return subject.finding.verdict == Verdict::unknown; });
}

std::string hash_of(const Reading& reading) {
  if (reading.snapshots.size() == 1) return core::sha256_hex(reading.snapshots.front());
  std::string all;
  for (const auto& bytes : reading.snapshots) all += core::sha256_hex(bytes);
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
  auto decisions = core::decide(run_checks(reading, judgement), judgement.catalogue, judgement.waivers,
                                judgement.baseline_fails, core::day_of(judgement.started));
  run.results = std::move(decisions.results);
  run.waiver_notes = std::move(decisions.notes);
  run.domains.push_back(domain_of(reading, judgement, run.results));
  run.complete = run.domains.front().gaps.empty() && std::all_of(run.results.begin(), run.results.end(), answered);
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
