// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

namespace {

struct Survey {
  const DirectoryFacts& facts;
  std::int64_t min_age_days;
  Findings found = {};
  std::size_t examined = 0;

  // What was created lately may still be in the hands of whoever creates it.
  void look(const Object& object) {
    if (object.created && age_days(facts, *object.created) <= min_age_days) return;
    ++examined;
    const auto* descriptor = facts.descriptor(object.descriptor);
    if (descriptor == nullptr || descriptor->owner == SidRef::none)
      return found.push_back(not_read(facts, object.dn, "owner"));
    if (!is_proper_owner(facts, descriptor->owner))
      found.push_back(on(facts, Verdict::fail, object.dn,
                         {{"owner", facts.principal_name(descriptor->owner)}, {"created", day(object.created)}}));
  }
};

}  // namespace

Findings owner(const DirectoryFacts& facts, const Params& params) {
  Survey survey{facts, params.days("min_age_days")};
  for (const auto& account : facts.accounts) survey.look(account);
  for (const auto& group : facts.groups) survey.look(group);
  for (const auto& gpo : facts.gpos) survey.look(gpo);
  for (const auto& node : facts.nodes)
    if (node.kind == NodeKind::organizational_unit) survey.look(node);
  return or_pass(std::move(survey.found), facts, survey.examined);
}

}  // namespace hygie::directory
