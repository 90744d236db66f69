// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// One policy is enough: the domain's, or a PSO meant for services.
Findings service_password_policy(const DirectoryFacts& facts, const Params& params) {
  const auto wanted = params.integer("min_length");
  std::int64_t longest = 0;
  bool unread = !settings_seen(facts);
  const auto look = [&](const PasswordRules& rules) {
    unread |= !rules.min_length;
    longest = std::max<std::int64_t>(longest, rules.min_length.value_or(0));
  };
  look(facts.domain.rules);
  for (const auto& settings : facts.password_settings) look(settings.rules);
  if (longest < wanted && unread) return settings_unseen(facts);
  return on_domain(facts, longest >= wanted ? Verdict::pass : Verdict::fail,
                   {{"longest", std::to_string(longest)}, {"minimum", std::to_string(wanted)}});
}

}  // namespace hygie::directory
