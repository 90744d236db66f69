// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/machine_accounts/servers.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings server_password_90(const DirectoryFacts& facts, const Params& params) {
  return old_server_passwords(facts, params);
}

}  // namespace hygie::directory
