// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/audit/reading.hpp"
#include "core/finding.hpp"
#include "core/params.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hygie::cli {

/// What one domain brings to the judgement, whatever its facts are made of.
struct DomainInput {
  struct Asked {
    std::string_view id;
    std::function<core::Findings(const core::Params&)> run;
  };
  std::string domain;
  std::vector<Asked> checks;                               // in the registry's order
  std::vector<std::pair<std::string, std::string>> scope;  // what was read, for people
  std::vector<core::Gap> gaps;
};

/// A directory that could not be read answers `unknown` to every check.
[[nodiscard]] DomainInput directory_input(const Reading& reading);
[[nodiscard]] DomainInput exposure_input(const Reading& reading);
[[nodiscard]] DomainInput remote_access_input(const Reading& reading);
/// Those that the reading has something of.
[[nodiscard]] std::vector<DomainInput> domain_inputs(const Reading& reading);

}  // namespace hygie::cli
