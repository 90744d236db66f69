// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/derived.hpp"
#include "audits/directory/well_known.hpp"

#include <algorithm>
#include <array>

namespace hygie::directory {
namespace {

using Kind = Derived::Kind;

template <class Things>
void index(const Things& things, Kind kind, std::vector<Derived::Place>& by_name) {
  for (std::uint32_t i = 0; i < things.size(); ++i)
    if (things[i].dn != NameRef::none) by_name[static_cast<std::size_t>(things[i].dn)] = {kind, i};
}

template <class Things>
void index_sids(const Things& things, Kind kind, std::vector<Derived::Place>& by_sid) {
  for (std::uint32_t i = 0; i < things.size(); ++i)
    if (things[i].sid != SidRef::none) by_sid[static_cast<std::size_t>(things[i].sid)] = {kind, i};
}

/// Walks a group down: each nested group and each member account once, by `member` and by primary group.
class Descent {
 public:
  explicit Descent(const DirectoryFacts& facts)
      : facts_(facts),
        by_name_(facts.derived().by_name),
        seen_groups_(facts.groups.size()),
        seen_accounts_(facts.accounts.size()) {}

  template <class OnGroup, class OnAccount, class OnForeign>
  void walk(std::uint32_t start, OnGroup&& on_group, OnAccount&& on_account, OnForeign&& on_foreign) {
    std::vector<std::uint32_t> pending{start};
    while (!pending.empty()) {
      const auto at = pending.back();
      pending.pop_back();
      if (seen_groups_[at]) continue;
      seen_groups_[at] = true;
      const Group& group = facts_.groups[at];
      on_group(at);
      for (const auto member : group.members) {
        const auto place = by_name_[static_cast<std::size_t>(member)];
        if (place.kind == Kind::group) {
          pending.push_back(place.index);
        } else if (place.kind == Kind::account) {
          visit(place.index, group, on_account);
        } else {
          on_foreign(member);
        }
      }
      if (group.sid == SidRef::none) continue;
      const auto& sid = facts_.sid(group.sid);
      // Only groups of well-known or low RIDs are primary groups in practice, but any may be.
      if (sid.is_domain_account()) primary(sid.rid(), group, on_account);
    }
  }

 private:
  template <class OnAccount>
  void visit(std::uint32_t account, const Group& group, OnAccount& on_account) {
    if (seen_accounts_[account]) return;
    seen_accounts_[account] = true;
    on_account(account, group);
  }
  template <class OnAccount>
  void primary(std::uint32_t rid, const Group& group, OnAccount& on_account) {
    const auto found = facts_.derived().by_primary_group.find(rid);
    if (found == facts_.derived().by_primary_group.end()) return;
    for (const auto account : found->second) visit(account, group, on_account);
  }
  const DirectoryFacts& facts_;
  const std::vector<Derived::Place>& by_name_;
  std::vector<bool> seen_groups_, seen_accounts_;
};

std::uint32_t place_of(const DirectoryFacts& facts, const Group* group) {
  return static_cast<std::uint32_t>(group - facts.groups.data());
}

std::vector<const Group*> reference_groups(const DirectoryFacts& facts) {
  using namespace well_known;
  std::vector<const Group*> groups;
  for (const auto rid : {rid_domain_admins, rid_domain_controllers, rid_schema_admins, rid_enterprise_admins,
                         rid_key_admins, rid_enterprise_key_admins})
    groups.push_back(facts.group_by_rid(rid));
  for (const auto rid : {builtin_administrators, builtin_account_operators, builtin_server_operators,
                         builtin_print_operators, builtin_backup_operators})
    groups.push_back(facts.builtin_group(rid));
  std::erase(groups, nullptr);
  return groups;
}

void index_primary_groups(const DirectoryFacts& facts, Derived& derived) {
  derived.account_is_controller.assign(facts.accounts.size(), false);
  for (std::uint32_t i = 0; i < facts.accounts.size(); ++i) {
    const auto& account = facts.accounts[i];
    if (!account.primary_group) continue;
    derived.by_primary_group[*account.primary_group].push_back(i);
    if (!account.is_computer()) continue;
    if (*account.primary_group == well_known::rid_domain_controllers) derived.controllers.push_back(i);
    if (*account.primary_group == well_known::rid_read_only_controllers) derived.read_only_controllers.push_back(i);
    derived.account_is_controller[i] = *account.primary_group == well_known::rid_domain_controllers ||
                                       *account.primary_group == well_known::rid_read_only_controllers;
  }
}

void find_privileged(const DirectoryFacts& facts, Derived& derived) {
  derived.account_is_privileged.assign(facts.accounts.size(), false);
  derived.group_is_privileged.assign(facts.groups.size(), false);
  derived.privileged_through.assign(facts.accounts.size(), NameRef::none);
  derived.privileged_known = facts.group_by_rid(well_known::rid_domain_admins) != nullptr &&
                             facts.builtin_group(well_known::builtin_administrators) != nullptr;
  Descent descent(facts);
  for (const auto* start : reference_groups(facts)) {
    descent.walk(
        place_of(facts, start),
        [&](std::uint32_t group) {
          derived.group_is_privileged[group] = true;
          derived.privileged_groups.push_back(group);
        },
        [&](std::uint32_t account, const Group& through) {
          if (derived.account_is_controller[account]) return;
          derived.account_is_privileged[account] = true;
          derived.privileged_through[account] = through.dn;
          derived.privileged_accounts.push_back(account);
        },
        [&](NameRef foreign) { derived.privileged_foreign.push_back(foreign); });
  }
  std::sort(derived.privileged_accounts.begin(), derived.privileged_accounts.end());
  std::sort(derived.privileged_groups.begin(), derived.privileged_groups.end());
}

bool always_trusted(const Sid& sid, bool child_domain) {
  using namespace well_known;
  if (sid == authority_5(18) || sid == authority_5(9) || sid == authority_5(10)) return true;
  if (sid == creator(0) || sid == creator(1) || sid == creator(4)) return true;
  if (sid.is_builtin())
    return sid.rid() == builtin_administrators ||
           (sid.rid() >= builtin_account_operators && sid.rid() <= builtin_backup_operators);
  // Enterprise and schema administrators live in the forest's root domain, which a child's facts do not hold.
  return child_domain && sid.is_domain_account() &&
         (sid.rid() == rid_enterprise_admins || sid.rid() == rid_schema_admins ||
          sid.rid() == rid_enterprise_key_admins);
}

bool is_everyone_like(const Sid& sid, const Sid& domain) {
  using namespace well_known;
  static const std::array<Sid, 6> wide{
      everyone(), authority_5(7), authority_5(11), builtin(builtin_users), builtin(builtin_guests), authority_5(2)};
  if (std::find(wide.begin(), wide.end(), sid) != wide.end()) return true;
  return sid.is_domain_account() && sid.domain() == domain &&
         (sid.rid() == rid_domain_users || sid.rid() == rid_domain_guests || sid.rid() == rid_domain_computers ||
          sid.rid() == rid_guest);
}

void classify_sids(const DirectoryFacts& facts, Derived& derived) {
  const Sid domain = facts.sid(facts.domain.sid);
  const bool child =
      !facts.root.root_domain_context.empty() && !same_name(facts.root.root_domain_context, facts.root.default_context);
  derived.trusted_sid.assign(facts.sids.size(), false);
  derived.everyone_sid.assign(facts.sids.size(), false);
  for (std::size_t i = 0; i < facts.sids.size(); ++i) {
    const auto& sid = facts.sids.at(SidRef{static_cast<std::uint32_t>(i)});
    derived.trusted_sid[i] = always_trusted(sid, child);
    derived.everyone_sid[i] = is_everyone_like(sid, domain);
  }
  const auto trust = [&](SidRef ref) {
    if (ref != SidRef::none) derived.trusted_sid[static_cast<std::size_t>(ref)] = true;
  };
  for (const auto i : derived.privileged_groups) trust(facts.groups[i].sid);
  for (const auto i : derived.privileged_accounts) trust(facts.accounts[i].sid);
  for (const auto i : derived.controllers) trust(facts.accounts[i].sid);
}

}  // namespace

void derive(DirectoryFacts& facts) {
  facts.derived_ = std::make_unique<Derived>();
  // Checks speak of these even where no entry names them (a missing DACL means everyone).
  for (const auto& sid : {well_known::everyone(), well_known::authority_5(7), well_known::authority_5(11)})
    facts.sids.intern(sid);
  Derived& derived = *facts.derived_;
  derived.by_name.resize(facts.names.size());
  derived.by_sid.resize(facts.sids.size());
  index(facts.nodes, Kind::node, derived.by_name);
  index(facts.foreign_principals, Kind::foreign, derived.by_name);
  index(facts.groups, Kind::group, derived.by_name);
  index(facts.accounts, Kind::account, derived.by_name);
  index_sids(facts.foreign_principals, Kind::foreign, derived.by_sid);
  index_sids(facts.groups, Kind::group, derived.by_sid);
  index_sids(facts.accounts, Kind::account, derived.by_sid);
  index_primary_groups(facts, derived);
  find_privileged(facts, derived);
  classify_sids(facts, derived);
}

std::vector<std::uint32_t> all_members(const DirectoryFacts& facts, const Group& group) {
  std::vector<std::uint32_t> members;
  Descent descent(facts);
  descent.walk(
      place_of(facts, &group), [](std::uint32_t) {},
      [&](std::uint32_t account, const Group&) { members.push_back(account); }, [](NameRef) {});
  std::sort(members.begin(), members.end());
  return members;
}

bool is_member(const DirectoryFacts& facts, const Account& account, const Group& group) {
  const auto members = all_members(facts, group);
  return std::binary_search(members.begin(), members.end(),
                            static_cast<std::uint32_t>(&account - facts.accounts.data()));
}

const PasswordRules& password_rules(const DirectoryFacts& facts, const Account& account) {
  const PasswordSettings* best = nullptr;
  bool best_direct = false;
  for (const auto& settings : facts.password_settings) {
    const bool direct =
        std::find(settings.applies_to.begin(), settings.applies_to.end(), account.dn) != settings.applies_to.end();
    const bool applies =
        direct || std::any_of(settings.applies_to.begin(), settings.applies_to.end(), [&](NameRef name) {
          const auto* group = facts.group(name);
          return group != nullptr && is_member(facts, account, *group);
        });
    if (!applies || (best_direct && !direct)) continue;
    // Settings linked to the account itself win over those of its groups, then the lowest precedence.
    if (best == nullptr || (direct && !best_direct) || settings.precedence < best->precedence) {
      best = &settings;
      best_direct = direct;
    }
  }
  return best == nullptr ? facts.domain.rules : best->rules;
}

}  // namespace hygie::directory
