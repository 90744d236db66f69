// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/domains.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

/// Wrong signatures make a resolver answer so too, and have a check of their own.
bool in_bogus_zone(const ExposureFacts& facts, const Name& name) {
  return std::any_of(facts.zones.begin(), facts.zones.end(),
                     [&](const Zone& zone) { return zone.valid.absent() && below(name.name, zone.name); });
}

}  // namespace

Findings dead_delegation(const ExposureFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& name : facts.names) {
    if (name.status == "not-asked") continue;
    if (in_bogus_zone(facts, name)) continue;
    ++examined;
    if (name.status == "servfail" || name.status == "refused")
      found.push_back(on(Verdict::fail, name.name, {{"code", name.status}}));
    else if (name.status == "timeout" || name.status == "error")
      found.push_back(on(Verdict::unknown, name.name, {{"missing", "DNS"}}));
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
