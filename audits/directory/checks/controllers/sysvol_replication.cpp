// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings sysvol_replication(const DirectoryFacts& facts, const Params&) {
  const auto controllers = controller_accounts(facts).size();
  if (controllers == 0) return {not_read(facts, facts.domain.dn, "domain controllers")};
  return on_domain(facts, facts.sysvol_replicas.empty() ? Verdict::fail : Verdict::pass,
                   {{"controllers", std::to_string(controllers)}});
}

}  // namespace hygie::directory
