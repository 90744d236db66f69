// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/laps/coverage.hpp"

namespace hygie::directory {

LapsCoverage laps_coverage(const DirectoryFacts& facts, bool servers) {
  LapsCoverage coverage;
  for (std::size_t i = 0; i < facts.accounts.size(); ++i) {
    const auto& account = facts.accounts[i];
    if (!account.is_computer() || !account.enabled() || facts.derived().account_is_controller[i]) continue;
    if (account.system.find("Windows") == std::string_view::npos || account.is_server() != servers) continue;
    ++coverage.total;
    coverage.covered += account.laps_legacy || account.laps_windows ? 1 : 0;
  }
  return coverage;
}

Findings judge_laps_coverage(const DirectoryFacts& facts, const Params& params, bool servers) {
  const auto coverage = laps_coverage(facts, servers);
  if (coverage.total == 0) return on_domain(facts, Verdict::not_applicable);
  const auto wanted = params.integer("min_percent");
  return on_domain(facts, coverage.covered * 100 >= wanted * coverage.total ? Verdict::pass : Verdict::fail,
                   {{"covered", std::to_string(coverage.covered)},
                    {"total", std::to_string(coverage.total)},
                    {"percent", std::to_string(coverage.covered * 100 / coverage.total)},
                    {"min_percent", std::to_string(wanted)}});
}

}  // namespace hygie::directory
