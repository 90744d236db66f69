// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// An audit, a backup or a support team that is refused reading does not know what it does not see.
Findings sd_deny_read(const DirectoryFacts& facts, const Params&) {
  constexpr auto reading = rights::read_property | rights::list | rights::list_object | rights::read_control;
  return entries_anywhere(facts, "deny read", [](const Ace& ace) {
    return ace.type == Ace::Type::deny && !ace.is_inherited() && (ace.mask & reading) != 0;
  });
}

}  // namespace hygie::directory
