// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <array>

namespace hygie::directory {

namespace {

struct Watched {
  Guid right;
  std::string_view name;
  bool open_by_default;  // authenticated users have it on the head of every domain
};
constexpr std::array watched{Watched{rights::reanimate_tombstones, "Reanimate-Tombstones", false},
                             Watched{rights::unexpire_password, "Unexpire-Password", true},
                             Watched{rights::migrate_sid_history, "Migrate-SID-History", false}};

}  // namespace
// Named rights alone: who holds all extended rights is told by the checks on control.
Findings dangerous_extended_right(const DirectoryFacts& facts, const Params&) {
  const auto places = delegation_places(facts);
  if (places.empty()) return {not_read(facts, facts.domain.dn, "containers")};
  Findings found;
  over_descriptors(facts, places, found, [&](const Object& place, const SecurityDescriptor& descriptor) {
    for (const auto& ace : descriptor.aces)
      for (const auto& [right, name, open] : watched)
        if (ace.type == Ace::Type::allow && ace.object == right && (ace.mask & rights::control_access) != 0 &&
            !ace.is_inherited() && !is_trusted(facts, ace.trustee) && !(open && is_everyone_like(facts, ace.trustee)))
          found.push_back(trustee_finding(facts, place.dn, ace.trustee, name));
  });
  return or_pass(std::move(found), facts, places.size());
}

}  // namespace hygie::directory
