// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

// The rules in force are those of the PSO when one applies: unseen ones could make them better or worse.
Findings privileged_password_rules(const DirectoryFacts& facts, const Params& params) {
  if (!settings_seen(facts)) return settings_unseen(facts);
  return judge_enabled_privileged(facts, [&](const Account& account) -> Judgement {
    if (account.is_managed_service()) return std::nullopt;
    const auto weak = weakness(password_rules(facts, account), params);
    if (!weak) return not_read(facts, account.dn, "minPwdLength, maxPwdAge");
    if (weak->empty()) return std::nullopt;
    const auto* settings = settings_of(facts, account);
    const auto from = settings == nullptr ? facts.domain.dn : settings->dn;
    return on(facts, Verdict::fail, account.dn,
              {{"weakness", *weak}, {"policy", std::string(first_value(facts.name(from)))}});
  });
}

}  // namespace hygie::directory
