// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/facts.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace hygie::directory {

/// What checks share, computed once by `derive`. Indexes are places in the facts' vectors.
struct Derived {
  enum class Kind : std::uint8_t { none, account, group, node, foreign };
  /// Four bytes, for every name and SID has one.
  struct Place {
    Place() = default;
    Place(Kind what, std::uint32_t at) : kind(what), index(at & most) {}
    static constexpr std::uint32_t most = (1U << 28U) - 1;
    Kind kind : 4 = Kind::none;
    std::uint32_t index : 28 = 0;
  };
  static_assert(sizeof(Place) == 4);
  std::vector<Place> by_name;  // by NameRef
  std::vector<Place> by_sid;   // by SidRef

  /// Accounts by primaryGroupID: membership that no `member` value shows.
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_primary_group;

  /// Groups that hold the keys (ANSSI): RIDs 512, 516, 518, 519, 526, 527 and builtin 544, 548 to 551, and the groups
  /// nested in them.
  std::vector<std::uint32_t> privileged_groups;
  /// Accounts in those groups, nested, by member or primary group, ascending; domain controllers and krbtgt are apart.
  std::vector<std::uint32_t> privileged_accounts;
  std::vector<bool> account_is_privileged;  // by account
  std::vector<bool> group_is_privileged;    // by group
  /// The name of the group through which the account is privileged, by account.
  std::vector<NameRef> privileged_through;
  /// Foreign members of privileged groups: the names as they stand in `member`.
  std::vector<NameRef> privileged_foreign;
  bool privileged_known = false;  // the groups of reference were readable

  std::vector<std::uint32_t> controllers;            // writable domain controllers: primaryGroupID 516
  std::vector<std::uint32_t> read_only_controllers;  // primaryGroupID 521
  std::vector<bool> account_is_controller;           // by account, of both kinds

  /// SIDs whose power over anything is no news: tier zero and the system itself. By SidRef.
  std::vector<bool> trusted_sid;
  /// Everyone-like SIDs: anonymous, everyone, authenticated users, users, guests, domain users, domain computers,
  /// domain guests. By SidRef.
  std::vector<bool> everyone_sid;
};

/// The password rules that bind this account: of the PSO of lowest precedence that names it (or a group it is in), else
/// of the domain (MS-SAMR 3.1.1.5).
[[nodiscard]] const PasswordRules& password_rules(const DirectoryFacts& facts, const Account& account);
/// True when the account is in the group with this RID, nested, by member or primary group.
[[nodiscard]] bool is_member(const DirectoryFacts& facts, const Account& account, const Group& group);
/// All accounts of the group, nested, by member and primary group, each once; loops are harmless.
[[nodiscard]] std::vector<std::uint32_t> all_members(const DirectoryFacts& facts, const Group& group);

}  // namespace hygie::directory
