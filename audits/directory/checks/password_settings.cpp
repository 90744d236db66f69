// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/password_settings.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::directory {
namespace {

constexpr std::uint32_t level_of_first_settings = 3;  // Windows Server 2008 (MS-ADTS 6.1.4.2)
constexpr std::uint32_t aes = 0x18, des_or_rc4 = 0x7;

bool binds_privileged(const DirectoryFacts& facts, const PasswordSettings& settings) {
  const auto& privileged = facts.derived().account_is_privileged;
  return std::any_of(settings.applies_to.begin(), settings.applies_to.end(), [&](NameRef name) {
    if (const auto* account = facts.account(name))
      return static_cast<bool>(privileged[static_cast<std::size_t>(account - facts.accounts.data())]);
    const auto* group = facts.group(name);
    if (group == nullptr) return false;
    const auto members = all_members(facts, *group);
    return std::any_of(members.begin(), members.end(), [&](std::uint32_t i) { return privileged[i]; });
  });
}

}  // namespace

bool settings_seen(const DirectoryFacts& facts) {
  return !facts.password_settings.empty() || facts.domain.password_settings_readable ||
         (facts.domain.behaviour && *facts.domain.behaviour < level_of_first_settings);
}

Findings settings_unseen(const DirectoryFacts& facts) {
  return {not_read(facts, facts.domain.dn, "msDS-PasswordSettings")};
}

const PasswordSettings* settings_of(const DirectoryFacts& facts, const Account& account) {
  const auto* rules = &password_rules(facts, account);
  for (const auto& settings : facts.password_settings)
    if (&settings.rules == rules) return &settings;
  return nullptr;
}

bool has_strong_secret(const DirectoryFacts& facts, const Account& account, const Params& params) {
  const auto* settings = settings_of(facts, account);
  const auto changed = password_changed(account);
  if (settings == nullptr || !changed || !settings->created || account.has(uac::dont_expire)) return false;
  const auto weak = weakness(settings->rules, params);
  return weak && weak->empty() && *changed >= *settings->created;
}

bool tolerates_spn(const DirectoryFacts& facts, const Account& account, const Params& params) {
  if (account.is_managed_service()) return true;
  const auto types = account.encryption_types.value_or(0);
  return (types & aes) != 0 && (types & des_or_rc4) == 0 && has_strong_secret(facts, account, params);
}

std::optional<std::string> weakness(const PasswordRules& rules, const Params& params) {
  if (!rules.min_length || !rules.max_age) return std::nullopt;
  std::vector<std::string> weak;
  if (*rules.min_length < params.integer("min_length")) weak.push_back(fmt::format("min_length={}", *rules.min_length));
  if (*rules.max_age == 0)
    weak.emplace_back("max_age=never");
  else if (*rules.max_age > params.days("max_age_days") * seconds_a_day)
    weak.push_back(fmt::format("max_age_days={}", *rules.max_age / seconds_a_day));
  return fmt::format("{}", fmt::join(weak, ", "));
}

Findings judge_settings(const DirectoryFacts& facts, const std::function<Judgement(const PasswordSettings&)>& judge) {
  if (!settings_seen(facts)) return settings_unseen(facts);
  if (facts.password_settings.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  for (const auto& settings : facts.password_settings)
    if (auto finding = judge(settings)) found.push_back(std::move(*finding));
  return or_pass(std::move(found), facts, facts.password_settings.size());
}

Findings judge_weak_settings(const DirectoryFacts& facts, const Params& params, bool privileged) {
  return judge_settings(facts, [&](const PasswordSettings& settings) -> Judgement {
    if (binds_privileged(facts, settings) != privileged) return std::nullopt;
    const auto weak = weakness(settings.rules, params);
    if (!weak) return not_read(facts, settings.dn, "msDS-MinimumPasswordLength, msDS-MaximumPasswordAge");
    if (weak->empty()) return std::nullopt;
    return on(facts, Verdict::fail, settings.dn, {{"weakness", *weak}});
  });
}

Findings judge_policies(const DirectoryFacts& facts,
                        const std::function<Judgement(NameRef, const PasswordRules&)>& judge) {
  Findings found;
  const auto examine = [&](NameRef policy, const PasswordRules& rules) {
    if (auto finding = judge(policy, rules)) found.push_back(std::move(*finding));
  };
  examine(facts.domain.dn, facts.domain.rules);
  for (const auto& settings : facts.password_settings) examine(settings.dn, settings.rules);
  return or_pass(std::move(found), facts, facts.password_settings.size() + 1);
}

Findings judge_minimum(const DirectoryFacts& facts, std::optional<std::uint32_t> PasswordRules::*value,
                       std::int64_t minimum, std::string missing) {
  return judge_policies(facts, [&](NameRef policy, const PasswordRules& rules) -> Judgement {
    const auto& read = rules.*value;
    if (!read) return not_read(facts, policy, missing);
    if (*read >= minimum) return std::nullopt;
    return on(facts, Verdict::fail, policy, {{"value", std::to_string(*read)}, {"minimum", std::to_string(minimum)}});
  });
}

}  // namespace hygie::directory
