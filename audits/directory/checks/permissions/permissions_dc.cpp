// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

namespace {

// Whoever manages a read-only controller administers it locally.
void add_manager(const DirectoryFacts& facts, const Account& controller, Findings& found) {
  if (controller.managed_by == NameRef::none || controller.primary_group != well_known::rid_read_only_controllers)
    return;
  const Group* group = facts.group(controller.managed_by);
  const Account* account = facts.account(controller.managed_by);
  if (group == nullptr && account == nullptr) {
    found.push_back(not_read(facts, controller.dn, "managedBy"));
    return;
  }
  const auto manager = group != nullptr ? group->sid : account->sid;
  if (!is_trusted(facts, manager))
    found.push_back(trustee_finding(facts, controller.dn, manager, "ManagedBy", false, 2));
}

}  // namespace

// A controller inherits from the units above it, which SDProp does not protect.
Findings permissions_dc(const DirectoryFacts& facts, const Params&) {
  const auto controllers = controller_accounts(facts);
  if (controllers.empty()) return {not_read(facts, facts.domain.dn, "domain controllers")};
  Findings found;
  std::vector<NameRef> names;
  for (const auto* controller : controllers) {
    names.push_back(controller->dn);
    add_controls(facts, *controller, Target::computer, found);
    add_manager(facts, *controller, found);
  }
  for (const auto* place : places_holding(facts, names)) add_controls(facts, *place, Target::unit, found);
  return or_pass(std::move(found), facts, controllers.size());
}

}  // namespace hygie::directory
