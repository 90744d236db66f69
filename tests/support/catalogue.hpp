// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/catalogue.hpp"
#include "core/finding.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

/// What the registry and the catalogue of every domain hold to.
namespace hygie::test {

inline std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> names;
  for (auto open = text.find("{{"); open != std::string::npos; open = text.find("{{", open + 2))
    names.insert(text.substr(open + 2, text.find("}}", open) - open - 2));
  return names;
}

/// Each check has its entry, each entry its check, once.
template <class Checks>
void hold_same_set(const Checks& checks, const core::Catalogue& catalogue) {
  std::set<std::string> registered;
  for (const auto& check : checks) {
    INFO(check.id);
    CHECK(registered.insert(std::string(check.id)).second);
    CHECK(catalogue.find(check.id) != nullptr);
  }
  CHECK(registered.size() == catalogue.checks().size());
}

inline void hold_same_evidence(const core::Catalogue& catalogue) {
  for (const auto& [id, info] : catalogue.checks()) {
    INFO(id);
    CHECK(placeholders(info.title.fr).empty());
    for (const auto& [verdict, text] : info.message) CHECK(placeholders(text.fr) == placeholders(text.en));
  }
}

/// Where nothing is wrong nothing fails, and everything is known. `answers` runs the check of an id over those facts.
template <class Checks, class Answers>
void hold_sound(const Checks& checks, const Answers& answers) {
  for (const auto& check : checks)
    for (const core::Finding& finding : answers(check.id)) {
      INFO(check.id << " on " << finding.object);
      CHECK(finding.verdict != core::Verdict::fail);
      CHECK(finding.verdict != core::Verdict::unknown);
    }
}

/// Every check names what it needs, and is unknown without it. `verdict_without` runs one without that part.
template <class Checks, class VerdictWithout>
void hold_needs(const Checks& checks, const VerdictWithout& verdict_without) {
  for (const auto& check : checks) {
    INFO(check.id);
    CHECK_FALSE(check.needs.empty());
    for (const auto part : check.needs) {
      INFO("without " << to_string(part));
      CHECK(verdict_without(check.id, part) == core::Verdict::unknown);
    }
  }
}

}  // namespace hygie::test
