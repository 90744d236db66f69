// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/catalogue.hpp"
#include "core/finding.hpp"
#include "core/params.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <string_view>
#include <utility>

/// What the tests of every domain ask of a check's answer.
namespace hygie::test {

using Overrides = std::initializer_list<std::pair<std::string_view, core::ParamValue>>;

/// Runs the check of that id with the catalogue's default parameters, or others, and makes sure that each message finds
/// its evidence: people would read the braces.
template <class Checks, class Run>
core::Findings run_one(const Checks& checks, const core::Catalogue& catalogue, std::string_view id, Overrides overrides,
                       const Run& run_check) {
  const auto check = std::find_if(checks.begin(), checks.end(), [&](const auto& one) { return one.id == id; });
  if (check == checks.end()) throw std::logic_error(fmt::format("no check {}", id));
  const auto* info = catalogue.find(id);
  if (info == nullptr) throw std::logic_error(fmt::format("no catalogue entry {}", id));
  auto params = info->default_params();
  for (const auto& [name, value] : overrides) params.set(std::string(name), value);
  auto findings = run_check(*check, params);
  for (const core::Finding& finding : findings) {
    const auto message = info->message.find(finding.verdict);
    if (message == info->message.end()) continue;
    const auto text = core::render_message(message->second.en, "object", finding.evidence);
    if (text.find("{{") != std::string::npos)
      throw std::logic_error(fmt::format("{}: evidence missing for \"{}\"", id, text));
  }
  return findings;
}

/// The worst verdict: fail, unknown, pass, not_applicable.
inline core::Verdict worst(const core::Findings& findings) {
  using core::Verdict;
  for (const auto wanted : {Verdict::fail, Verdict::unknown, Verdict::pass})
    if (std::any_of(findings.begin(), findings.end(),
                    [wanted](const core::Finding& one) { return one.verdict == wanted; }))
      return wanted;
  return Verdict::not_applicable;
}

inline std::size_t failures_in(const core::Findings& findings) {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [](const core::Finding& one) { return one.verdict == core::Verdict::fail; }));
}

/// The only finding that fails; throws when there is none or more than one.
inline core::Finding only_failure(std::string_view check, core::Findings findings) {
  std::erase_if(findings, [](const core::Finding& one) { return one.verdict != core::Verdict::fail; });
  if (findings.size() != 1)
    throw std::logic_error(fmt::format("{}: {} failures instead of one", check, findings.size()));
  return findings.front();
}

}  // namespace hygie::test
