// SPDX-License-Identifier: EUPL-1.2
#include "report/summary.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace hygie::report {
namespace {

constexpr int best_level = 5;

/// The lowest level at which the check's fails hold its domain; `best_level` when none does. `Which` chooses among
/// subjects.
template <class Which>
int held_level(const CheckView& check, Which which) {
  int level = best_level;
  if (check.info == nullptr || !check.info->decides_level()) return level;
  for (const auto& subject : check.result->subjects) {
    if (subject.finding.verdict != core::Verdict::fail || !which(subject)) continue;
    level = std::min(level, subject.finding.level != 0 ? subject.finding.level : check.info->level);
  }
  return level;
}

constexpr auto any_subject = [](const core::Subject&) { return true; };
constexpr auto accepted_subject = [](const core::Subject& subject) { return subject.waived; };
constexpr auto open_subject = [](const core::Subject& subject) { return !subject.waived; };

int lowest_unread(const std::vector<CheckView>& checks) {
  int level = best_level + 1;
  for (const auto& check : checks) {
    if (check.info == nullptr || !check.info->decides_level()) continue;
    const auto& subjects = check.result->subjects;
    const bool unread = check.result->verdict == core::Verdict::unknown ||
                        std::any_of(subjects.begin(), subjects.end(),
                                    [](const auto& one) { return one.finding.verdict == core::Verdict::unknown; });
    if (unread) level = std::min(level, check.info->level);
  }
  return level;
}

std::vector<LevelStep> steps_of(const std::vector<CheckView>& checks) {
  std::map<int, LevelStep> by_level;
  for (const auto& check : checks) {
    const int level = held_level(check, any_subject);
    if (level >= best_level) continue;
    auto& step = by_level[level];
    step.from = level;
    step.checks.push_back(check);
    if (check.result->waived) ++step.accepted;
  }
  const int unread = lowest_unread(checks);
  std::vector<LevelStep> steps;
  steps.reserve(by_level.size());
  for (auto& [level, step] : by_level) steps.push_back(std::move(step));
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i].to = i + 1 < steps.size() ? steps[i + 1].from : best_level;
    steps[i].sure = unread >= steps[i].to;
  }
  return steps;
}

std::vector<Action> actions_of(const std::vector<CheckView>& checks) {
  std::vector<Action> actions;
  for (const auto& check : checks) {
    if (!check.result->counts_as_fail()) continue;
    Action action{check};
    for (const auto* subject : subjects_of(*check.result)) action.subjects += subject->waived ? 0U : 1U;
    const int level = held_level(check, open_subject);
    action.holds = level < best_level ? level : 0;
    actions.push_back(action);
  }
  const auto key = [](const Action& one) {
    return std::tuple(-static_cast<int>(one.check.result->severity), one.holds == 0 ? best_level : one.holds,
                      -static_cast<std::int64_t>(one.subjects), std::string_view(one.check.result->check));
  };
  std::sort(actions.begin(), actions.end(), [&](const Action& a, const Action& b) { return key(a) < key(b); });
  return actions;
}

/// Fills in what each line allows once it and all lines above are done: from the end, where only accepted fails remain.
void add_levels(std::vector<Action>& actions, const std::vector<CheckView>& checks) {
  std::map<std::string_view, int> remaining;
  for (const auto& check : checks) {
    const auto [at, fresh] = remaining.try_emplace(check.result->domain, best_level);
    at->second = std::min(at->second, held_level(check, accepted_subject));
  }
  for (auto action = actions.rbegin(); action != actions.rend(); ++action) {
    if (action->holds == 0) continue;
    int& level = remaining.at(action->check.result->domain);
    action->level_after = level;
    level = std::min(level, action->holds);
    action->level_before = level;
  }
}

}  // namespace

Summary summarise(const ReportModel& model) {
  Summary summary;
  std::map<std::string_view, std::vector<CheckView>> by_domain;
  std::vector<CheckView> all;
  for (const auto& result : model.run.results) {
    all.push_back(view_of(model, result));
    by_domain[result.domain].push_back(all.back());
    if (result.waived) {
      ++summary.waived;
    } else {
      ++summary.counts.at(static_cast<std::size_t>(result.verdict));
    }
    if (result.counts_as_fail()) ++summary.fails_by_severity.at(static_cast<std::size_t>(result.severity));
  }
  summary.actions = actions_of(all);
  add_levels(summary.actions, all);
  for (const auto& domain : model.run.domains) {
    DomainSummary one{&domain, {}, false};
    for (const auto& check : by_domain[domain.domain])
      one.held_by_accepted = one.held_by_accepted || held_level(check, accepted_subject) < best_level;
    if (one.has_level()) one.steps = steps_of(by_domain[domain.domain]);
    summary.domains.push_back(std::move(one));
    summary.gaps += domain.gaps.size();
  }
  return summary;
}

}  // namespace hygie::report
