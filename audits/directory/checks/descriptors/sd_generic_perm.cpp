// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

// Entries for descendants alone may hold generic rights: they are mapped when they are copied.
Findings sd_generic_perm(const DirectoryFacts& facts, const Params&) {
  return entries_anywhere(facts, "generic", [](const Ace& ace) {
    return ace.generic_bits && !ace.inherit_only() && ace.type == Ace::Type::allow;
  });
}

}  // namespace hygie::directory
