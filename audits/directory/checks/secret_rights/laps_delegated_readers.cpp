// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

#include <algorithm>
#include <set>

namespace hygie::directory {

// A support team that reads them is useful; one that nobody remembers is not. Told where the entry stands.
Findings laps_delegated_readers(const DirectoryFacts& facts, const Params& params) {
  const auto& schema = facts.schema;
  if (!schema.laps_legacy && !schema.laps_windows) return on_domain(facts, Verdict::not_applicable);
  const auto expected = groups_named(facts, params.list("expected_groups"));
  const auto places = delegation_places(facts);
  Findings found;
  over_descriptors(facts, places, found, [&](const Object& place, const SecurityDescriptor& descriptor) {
    const bool lost_above = above(facts, place.dn).empty();
    auto below = handed_down(descriptor);
    std::erase_if(below.aces, [&](const Ace& ace) {
      const bool for_others = !ace.inherited.empty() && ace.inherited != rights::class_computer;
      return for_others || (ace.is_inherited() && !lost_above && ace.type == Ace::Type::allow);
    });
    std::set<SidRef> readers;
    for (const auto& attribute : {schema.laps_legacy_guid, schema.laps_windows_guid})
      if (!attribute.empty())
        for (const auto one : holders(facts, below, rights::control_access, attribute)) readers.insert(one);
    for (const auto one : readers)
      if (!is_trusted(facts, one) && std::find(expected.begin(), expected.end(), one) == expected.end())
        found.push_back(trustee_finding(facts, place.dn, one, "ReadLAPSPassword"));
  });
  return or_pass(std::move(found), facts, places.size());
}

}  // namespace hygie::directory
