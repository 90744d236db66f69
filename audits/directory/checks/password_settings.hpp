// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/accounts.hpp"

/// What checks on password rules share: the domain's and those of PSOs (msDS-PasswordSettings), which by default only
/// administrators may read.
namespace hygie::directory {

inline constexpr std::int64_t seconds_a_day = 86400;

/// False when PSOs may exist out of the reader's sight.
[[nodiscard]] bool settings_seen(const DirectoryFacts& facts);
/// `unknown` on the domain because PSOs are out of sight.
[[nodiscard]] Findings settings_unseen(const DirectoryFacts& facts);
/// The PSO that binds this account; null when the domain's rules do.
[[nodiscard]] const PasswordSettings* settings_of(const DirectoryFacts& facts, const Account& account);
/// ANSSI's tolerance for secrets exposed to offline guessing: a PSO that asks for a long password (`min_length`),
/// renewed (`max_age_days`), in force since before the password was set.
[[nodiscard]] bool has_strong_secret(const DirectoryFacts& facts, const Account& account, const Params& params);
/// True for a privileged account's service names that ANSSI tolerates: a managed secret, or a strong one with AES keys
/// alone.
[[nodiscard]] bool tolerates_spn(const DirectoryFacts& facts, const Account& account, const Params& params);

/// What makes these rules weak, as "name=value" joined by commas: length under `min_length`, age over `max_age_days` or
/// without end. Empty when nothing does; absent when a value needed was not read.
[[nodiscard]] std::optional<std::string> weakness(const PasswordRules& rules, const Params& params);
/// Judges each PSO; `unknown` when they are out of sight, not applicable when there is none.
[[nodiscard]] Findings judge_settings(const DirectoryFacts& facts,
                                      const std::function<Judgement(const PasswordSettings&)>& judge);

/// Judges PSOs that are weak, among those that bind privileged accounts or groups, or among the others: weakness.
[[nodiscard]] Findings judge_weak_settings(const DirectoryFacts& facts, const Params& params, bool privileged);

/// Judges the domain's rules and those of each PSO in sight.
[[nodiscard]] Findings judge_policies(const DirectoryFacts& facts,
                                      const std::function<Judgement(NameRef, const PasswordRules&)>& judge);
/// Fails policies whose value is under the minimum: value, minimum; `unknown` where it was not read.
[[nodiscard]] Findings judge_minimum(const DirectoryFacts& facts, std::optional<std::uint32_t> PasswordRules::*value,
                                     std::int64_t minimum, std::string missing);

}  // namespace hygie::directory
