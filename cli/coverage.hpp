// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/catalogue.hpp"
#include "core/result.hpp"

#include <string>
#include <vector>

namespace hygie::cli {

/// One entry of a public list, and the checks of ours that decide it.
struct CoveredPoint {
  std::string id;
  std::string detail;     // levels of an ANSSI point, or what a PingCastle rule reads
  core::LocalText title;  // ours; empty for PingCastle
  std::vector<std::string> checks;
};

struct Coverage {
  std::string anssi_source, pingcastle_source;
  std::vector<CoveredPoint> anssi, pingcastle;
  std::vector<std::string> unknown;  // references of the catalogue that neither list has
};

/// Holds the catalogue's references against data/anssi_points.yaml and data/pingcastle_rules.yaml, which the program
/// carries.
[[nodiscard]] core::Result<Coverage> coverage_of(const core::Catalogue& catalogue);
[[nodiscard]] std::string coverage_text(const Coverage& coverage, core::Language language);
[[nodiscard]] std::string coverage_json(const Coverage& coverage);

}  // namespace hygie::cli
