// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

#include <algorithm>

namespace hygie::directory {

Findings sysvol_ntfrs(const DirectoryFacts& facts, const Params&) {
  const auto& replicas = facts.sysvol_replicas;
  const auto old = std::count_if(replicas.begin(), replicas.end(), [](const SysvolReplica& one) { return one.ntfrs; });
  if (replicas.empty()) return {not_read(facts, facts.domain.dn, "msDFSR-Subscription, nTFRSSubscriber")};
  // DFSR beside it means a migration that was not brought to its end.
  return on_domain(facts, old == 0 ? Verdict::pass : Verdict::fail, {{"count", std::to_string(old)}});
}

}  // namespace hygie::directory
