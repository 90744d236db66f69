// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/schema/sddl.hpp"

#include <algorithm>

namespace hygie::directory {

namespace {

// The usual short names of everyone-like groups in SDDL (MS-DTYP 2.5.1.1).
constexpr std::array<std::string_view, 11> wide{"WD", "AU", "AN", "BU", "BG", "DU", "DC", "DG", "LG", "NU", "RU"};

bool is_open(const DirectoryFacts& facts, std::string_view trustee) {
  if (std::find(wide.begin(), wide.end(), trustee) != wide.end()) return true;
  const auto sid = Sid::from_text(trustee);
  if (!sid) return false;
  const auto ref = facts.sids.find(*sid);
  return ref == SidRef::none || !is_trusted(facts, ref);
}

}  // namespace

// Every object of the class is born with these entries; one about a single attribute, or a denial, is left aside.
Findings schema_default_rights(const DirectoryFacts& facts, const Params&) {
  if (facts.schema.classes.empty()) return {not_read(facts, facts.domain.dn, "classSchema")};
  Findings found;
  for (const auto& one : facts.schema.classes)
    for (const auto& entry : sddl_entries(one.default_sd))
      if (entry.type == "A" && gives_power(entry.rights) && is_open(facts, entry.trustee)) {
        found.push_back(on(facts, Verdict::fail, one.dn,
                           {{"trustee", std::string(entry.trustee)}, {"right", std::string(entry.rights)}}));
        found.back().object += " < " + std::string(entry.trustee);
      }
  return or_pass(std::move(found), facts, facts.schema.classes.size());
}

}  // namespace hygie::directory
