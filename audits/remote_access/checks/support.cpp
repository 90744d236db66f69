// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/support.hpp"

#include "core/calendar.hpp"

#include <algorithm>

namespace hygie::remote_access {
namespace {

std::string name_of(const Access& access) {
  return access.vendor.name.empty() ? access.id : access.id + " (" + access.vendor.name + ")";
}

Findings or_whole(Findings found, const RemoteAccessFacts& facts, std::size_t examined) {
  std::erase_if(found, [](const Finding& one) { return one.verdict == Verdict::not_applicable; });
  if (!found.empty()) return found;
  const auto verdict = examined == 0 ? Verdict::not_applicable : Verdict::pass;
  return {on_whole(facts, verdict, {{"examined", std::to_string(examined)}})};
}

bool is_open(const Access& access) { return access.closed != Said::yes; }

template <class Part, class NameOf>
Findings for_parts(const RemoteAccessFacts& facts, std::vector<Part> Access::*parts, const NameOf& name,
                   const std::function<Answer(const Access&, const Part&)>& judge) {
  Findings found;
  for (const auto& access : facts.declared.accesses) {
    if (!is_open(access)) continue;
    for (const auto& part : access.*parts) found.push_back(on(access, name(part), judge(access, part)));
  }
  const auto judged = static_cast<std::size_t>(std::count_if(
      found.begin(), found.end(), [](const Finding& one) { return one.verdict != Verdict::not_applicable; }));
  return or_whole(std::move(found), facts, judged);
}

}  // namespace

Finding on_whole(const RemoteAccessFacts& facts, Verdict verdict, Evidence evidence) {
  return {verdict, facts.origin.establishment, std::move(evidence)};
}

Finding on(const Access& access, Answer answer) {
  answer.evidence.emplace("vendor", access.vendor.name);
  return {answer.verdict, access.id, std::move(answer.evidence), name_of(access)};
}

Finding on(const Access& access, std::string_view part, Answer answer) {
  auto finding = on(access, std::move(answer));
  finding.object.append("/").append(part);
  finding.name = finding.object;
  return finding;
}

Findings for_accesses(const RemoteAccessFacts& facts, const std::function<Answer(const Access&)>& judge) {
  Findings found;
  std::size_t judged = 0;
  for (const auto& access : facts.declared.accesses) {
    if (!is_open(access)) continue;
    found.push_back(on(access, judge(access)));
    if (found.back().verdict != Verdict::not_applicable) ++judged;
  }
  return or_whole(std::move(found), facts, judged);
}

Findings for_accounts(const RemoteAccessFacts& facts,
                      const std::function<Answer(const Access&, const Account&)>& judge) {
  return for_parts<Account>(
      facts, &Access::accounts, [](const Account& one) { return one.name; }, judge);
}

Findings for_openings(const RemoteAccessFacts& facts,
                      const std::function<Answer(const Access&, const Opening&)>& judge) {
  return for_parts<Opening>(
      facts, &Access::openings, [](const Opening& one) { return moment(one.from); }, judge);
}

Findings for_interventions(const RemoteAccessFacts& facts,
                           const std::function<Answer(const Access&, const Intervention&)>& judge) {
  return for_parts<Intervention>(
      facts, &Access::interventions, [](const Intervention& one) { return moment(one.start); }, judge);
}

Answer by_said(Said said, std::string_view key) {
  if (said == Said::nothing) return unknown(key);
  return {said == Said::yes ? Verdict::pass : Verdict::fail, {{"key", std::string(key)}}};
}

Answer written(const std::string& text, std::string_view key) {
  return {text.empty() ? Verdict::fail : Verdict::pass, {{"key", std::string(key)}, {"value", text}}};
}

Answer unless_word(const std::string& word, const std::vector<std::string_view>& bad, std::string_view key) {
  if (word.empty()) return unknown(key);
  const bool found = std::find(bad.begin(), bad.end(), word) != bad.end();
  return {found ? Verdict::fail : Verdict::pass, {{"key", std::string(key)}, {"value", word}}};
}

Answer unknown(std::string_view key) { return {Verdict::unknown, {{"missing", std::string(key)}}}; }

std::string day(core::OptionalInstant at) { return at ? core::format_date(core::day_of(*at)) : std::string(); }

std::string moment(core::OptionalInstant at) {
  if (!at) return {};
  const auto text = core::format_instant(*at);
  return text.substr(0, 10) + " " + text.substr(11, 5) + " UTC";
}

}  // namespace hygie::remote_access
