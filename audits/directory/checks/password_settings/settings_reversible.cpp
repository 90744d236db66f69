// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"
#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

Findings settings_reversible(const DirectoryFacts& facts, const Params&) {
  return judge_settings(facts, [&](const PasswordSettings& settings) -> Judgement {
    if (!settings.rules.reversible) return not_read(facts, settings.dn, "msDS-PasswordReversibleEncryptionEnabled");
    return *settings.rules.reversible ? Judgement(on(facts, Verdict::fail, settings.dn)) : std::nullopt;
  });
}

}  // namespace hygie::directory
