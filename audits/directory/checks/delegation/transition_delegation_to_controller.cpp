// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/delegation/controller_services.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings transition_delegation_to_controller(const DirectoryFacts& facts, const Params&) {
  return delegations_to_controllers(facts, true);
}

}  // namespace hygie::directory
