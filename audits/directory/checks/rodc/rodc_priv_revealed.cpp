// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rodc/rodc.hpp"

namespace hygie::directory {

Findings rodc_priv_revealed(const DirectoryFacts& facts, const Params&) {
  if (!facts.derived().privileged_known) return {not_read(facts, facts.domain.dn, "Domain Admins, Administrators")};
  return over_rodcs(facts, [&](const RodcSettings& rodc, Findings& found) {
    for (const auto name : rodc.revealed)
      if (must_stay_home(facts, name)) found.push_back(member_finding(facts, rodc.computer, name));
  });
}

}  // namespace hygie::directory
