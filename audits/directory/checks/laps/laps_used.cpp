// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/laps/coverage.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings laps_used(const DirectoryFacts& facts, const Params&) {
  const auto clients = laps_coverage(facts, false), servers = laps_coverage(facts, true);
  const auto total = clients.total + servers.total;
  if (total == 0) return on_domain(facts, Verdict::not_applicable);
  return on_domain(facts, clients.covered + servers.covered > 0 ? Verdict::pass : Verdict::fail,
                   {{"total", std::to_string(total)}});
}

}  // namespace hygie::directory
