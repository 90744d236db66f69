// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/catalogue.hpp"

#include <optional>
#include <string>

namespace hygie::exposure {

/// What a flaw is worth, here. The weights are hygie's own (README.md gives them): no standard says how to add them.
struct Risk {
  std::optional<int> cvss = {};  // tenths; absent: 7.0 is assumed
  bool exploited = false;        // in KEV
  bool ransomware = false;
  std::optional<double> epss = {};
  bool internet_facing = true;
  int care_impact = 0;    // 0 none to 3 care stops, from the inventory
  bool confirmed = true;  // a possible match is medium at most
};

struct Weighed {
  core::Severity severity = core::Severity::low;
  int score = 0;
  std::string formula;  // "flaw=98 exploitation=70 exposure=10 care=15 score=193": what a report prints
};

[[nodiscard]] Weighed weigh(const Risk& risk);

}  // namespace hygie::exposure
