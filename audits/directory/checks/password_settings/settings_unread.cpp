// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings settings_unread(const DirectoryFacts& facts, const Params&) {
  return on_domain(facts, settings_seen(facts) ? Verdict::pass : Verdict::fail,
                   {{"examined", std::to_string(facts.password_settings.size())}});
}

}  // namespace hygie::directory
