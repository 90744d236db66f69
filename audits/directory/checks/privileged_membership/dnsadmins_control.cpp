// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings dnsadmins_control(const DirectoryFacts& facts, const Params&) {
  const auto* group = dns_admins(facts);
  if (group == nullptr) return on_domain(facts, Verdict::not_applicable);
  return controls_over(facts, {group}, Target::group);
}

}  // namespace hygie::directory
