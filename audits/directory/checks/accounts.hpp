// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

#include <functional>
#include <optional>

/// What checks on accounts share: which accounts are examined, and how a judgement on one becomes the answer on all.
namespace hygie::directory {

/// What is held against one account; nothing when it is in order.
using Judgement = std::optional<Finding>;
using Judge = std::function<Judgement(const Account&)>;

/// User accounts; service accounts whose password Windows manages are apart.
[[nodiscard]] std::vector<const Account*> people(const DirectoryFacts& facts);
[[nodiscard]] std::vector<const Account*> managed_service_accounts(const DirectoryFacts& facts);
[[nodiscard]] std::vector<const Account*> all_accounts(const DirectoryFacts& facts);

/// Judges each account, disabled or not.
[[nodiscard]] Findings judge_each(const DirectoryFacts& facts, const std::vector<const Account*>& accounts,
                                  const Judge& judge);
/// Judges enabled accounts; `unknown` where userAccountControl was not read.
[[nodiscard]] Findings judge_enabled(const DirectoryFacts& facts, const std::vector<const Account*>& accounts,
                                     const Judge& judge);
/// The same for privileged accounts, with an `unknown` for what hides some of them: groups of reference that were not
/// read, members that were cut short.
[[nodiscard]] Findings judge_privileged(const DirectoryFacts& facts, const Judge& judge);
[[nodiscard]] Findings judge_enabled_privileged(const DirectoryFacts& facts, const Judge& judge);
/// `unknown` for each reason why privileged accounts may be missing; empty when all are known.
[[nodiscard]] Findings unseen_privileged(const DirectoryFacts& facts);

/// The name of the group through which this account is privileged.
[[nodiscard]] NameRef through(const DirectoryFacts& facts, const Account& account);
/// DnsAdmins has no fixed RID, but the same name in every language; null when the domain has no such group.
[[nodiscard]] const Group* dns_admins(const DirectoryFacts& facts);
/// True when the forest's root domain is another one: its groups are not here.
[[nodiscard]] bool in_child_domain(const DirectoryFacts& facts);

/// Fails accounts that have that userAccountControl bit.
[[nodiscard]] Judge with_flag(const DirectoryFacts& facts, std::uint32_t flag);
/// Fails accounts whose password is older than `max_age_days`: age_days, changed; `unknown` without a date.
[[nodiscard]] Judge with_old_password(const DirectoryFacts& facts, std::int64_t max_age_days);
/// When the secret in force was set; for an account that never chose one ("must change"), when it was created.
[[nodiscard]] core::OptionalInstant secret_since(const Account& account);
/// The last logon, or the creation when there was none; absent when neither is known.
[[nodiscard]] core::OptionalInstant last_sign_of_life(const Account& account);

/// Fails those of these accounts that a public key opens (msDS-KeyCredentialLink): count, newest.
void add_key_credentials(const DirectoryFacts& facts, const std::vector<const Account*>& accounts, Findings& found);

/// Fails what looks like a secret in one of these attributes: attribute, pattern.
[[nodiscard]] Findings judge_hints(const DirectoryFacts& facts, const std::vector<std::string>& attributes);

/// A part of the enabled accounts; `unread` are those that could be in it or not.
struct Share {
  std::size_t count = 0, total = 0, unread = 0;
};
/// Fails when count exceeds that percentage of total; `unknown` when the unread ones could make it exceed.
[[nodiscard]] Findings judge_share(const DirectoryFacts& facts, const Share& share, std::int64_t max_percent,
                                   std::string missing);

/// Fails groups of this list that have direct members (by `member` or primary group), with their count and names;
/// `unknown` where members were cut short.
[[nodiscard]] Findings judge_empty(const DirectoryFacts& facts, const std::vector<const Group*>& groups);

}  // namespace hygie::directory
