// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rodc/rodc.hpp"

namespace hygie::directory {

Findings rodc_reveal(const DirectoryFacts& facts, const Params&) {
  return over_rodcs(facts, [&](const RodcSettings& rodc, Findings& found) {
    for (const auto name : rodc.reveal_on_demand) {
      const auto& sid = facts.sid(sid_of(facts, name));
      const bool low = sid.is_builtin() ||
                       (sid.is_domain_account() && sid.rid() < 1000 && sid.rid() != well_known::rid_rodc_allowed);
      if (low || must_stay_home(facts, name)) found.push_back(member_finding(facts, rodc.computer, name));
    }
  });
}

}  // namespace hygie::directory
