// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/accounts.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

namespace hygie::directory {
namespace {

constexpr std::size_t names_shown = 10;

template <class Wanted>
std::vector<const Account*> accounts_where(const DirectoryFacts& facts, Wanted wanted) {
  std::vector<const Account*> accounts;
  for (const auto& account : facts.accounts)
    if (wanted(account)) accounts.push_back(&account);
  return accounts;
}

Judge when_enabled(const DirectoryFacts& facts, const Judge& judge) {
  return [&](const Account& account) -> Judgement {
    if (!account.control) return not_read(facts, account.dn, "userAccountControl");
    return account.enabled() ? judge(account) : std::nullopt;
  };
}

std::set<std::string> direct_members(const DirectoryFacts& facts, const Group& group) {
  std::set<std::string> names;
  for (const auto member : group.members) {
    const auto* account = facts.account(member);
    names.emplace(account != nullptr ? account->sam : first_value(facts.name(member)));
  }
  const auto& sid = facts.sid(group.sid);
  const auto primary = facts.derived().by_primary_group.find(sid.rid());
  if (sid.is_domain_account() && primary != facts.derived().by_primary_group.end())
    for (const auto i : primary->second) names.emplace(facts.accounts[i].sam);
  return names;
}

}  // namespace

std::vector<const Account*> people(const DirectoryFacts& facts) {
  return accounts_where(facts, [](const Account& account) { return account.is_person(); });
}

std::vector<const Account*> managed_service_accounts(const DirectoryFacts& facts) {
  return accounts_where(facts, [](const Account& account) { return account.is_managed_service(); });
}

std::vector<const Account*> all_accounts(const DirectoryFacts& facts) {
  return accounts_where(facts, [](const Account&) { return true; });
}

Findings judge_each(const DirectoryFacts& facts, const std::vector<const Account*>& accounts, const Judge& judge) {
  Findings found;
  for (const auto* account : accounts)
    if (auto finding = judge(*account)) found.push_back(std::move(*finding));
  return or_pass(std::move(found), facts, accounts.size());
}

Findings judge_enabled(const DirectoryFacts& facts, const std::vector<const Account*>& accounts, const Judge& judge) {
  return judge_each(facts, accounts, when_enabled(facts, judge));
}

Findings unseen_privileged(const DirectoryFacts& facts) {
  if (!facts.derived().privileged_known) return {not_read(facts, facts.domain.dn, "privileged groups")};
  Findings found;
  for (const auto i : facts.derived().privileged_groups)
    if (facts.groups[i].incomplete) found.push_back(not_read(facts, facts.groups[i].dn, "member"));
  return found;
}

Findings judge_privileged(const DirectoryFacts& facts, const Judge& judge) {
  auto found = unseen_privileged(facts);
  const auto accounts = privileged_accounts(facts);
  for (const auto* account : accounts)
    if (auto finding = judge(*account)) found.push_back(std::move(*finding));
  return or_pass(std::move(found), facts, accounts.size());
}

Findings judge_enabled_privileged(const DirectoryFacts& facts, const Judge& judge) {
  return judge_privileged(facts, when_enabled(facts, judge));
}

NameRef through(const DirectoryFacts& facts, const Account& account) {
  return facts.derived().privileged_through[static_cast<std::size_t>(&account - facts.accounts.data())];
}

const Group* dns_admins(const DirectoryFacts& facts) {
  const auto found = std::find_if(facts.groups.begin(), facts.groups.end(),
                                  [](const Group& group) { return same_name(group.sam, "DnsAdmins"); });
  return found == facts.groups.end() ? nullptr : &*found;
}

bool in_child_domain(const DirectoryFacts& facts) {
  return !facts.root.root_domain_context.empty() &&
         !same_name(facts.root.root_domain_context, facts.root.default_context);
}

Judge with_flag(const DirectoryFacts& facts, std::uint32_t flag) {
  return [&facts, flag](const Account& account) -> Judgement {
    if (!account.control) return not_read(facts, account.dn, "userAccountControl");
    if (!account.has(flag)) return std::nullopt;
    return on(facts, Verdict::fail, account.dn);
  };
}

Judge with_old_password(const DirectoryFacts& facts, std::int64_t max_age_days) {
  return [&facts, max_age_days](const Account& account) -> Judgement {
    const auto changed = secret_since(account);
    if (!changed) return not_read(facts, account.dn, "pwdLastSet");
    const auto age = age_days(facts, *changed);
    if (age <= max_age_days) return std::nullopt;
    return on(
        facts, Verdict::fail, account.dn,
        {{"age_days", std::to_string(age)}, {"max_age_days", std::to_string(max_age_days)}, {"changed", day(changed)}});
  };
}

core::OptionalInstant secret_since(const Account& account) {
  const auto changed = password_changed(account);
  return !changed && account.must_change ? account.created : changed;
}

core::OptionalInstant last_sign_of_life(const Account& account) {
  return account.last_logon ? account.last_logon : account.created;
}

void add_key_credentials(const DirectoryFacts& facts, const std::vector<const Account*>& accounts, Findings& found) {
  for (const auto* account : accounts) {
    std::size_t count = 0;
    core::OptionalInstant newest;
    for (const auto& key : facts.key_credentials) {
      if (key.holder != account->dn) continue;
      ++count;
      if (key.created && (!newest || *key.created > *newest)) newest = key.created;
    }
    if (count == 0) continue;
    found.push_back(on(facts, Verdict::fail, account->dn,
                       {{"count", std::to_string(count)}, {"newest", newest ? day(newest) : "?"}}));
  }
}

Findings judge_hints(const DirectoryFacts& facts, const std::vector<std::string>& attributes) {
  Findings found;
  for (const auto& hint : facts.secret_hints) {
    const auto wanted = [&](const std::string& attribute) { return same_name(attribute, hint.attribute); };
    if (std::none_of(attributes.begin(), attributes.end(), wanted)) continue;
    found.push_back(on(facts, Verdict::fail, hint.holder,
                       {{"attribute", std::string(hint.attribute)}, {"pattern", std::string(hint.pattern)}}));
    found.back().object.append(" < ").append(hint.attribute);
  }
  return or_pass(std::move(found), facts, facts.accounts.size());
}

Findings judge_share(const DirectoryFacts& facts, const Share& share, std::int64_t max_percent, std::string missing) {
  const auto exceeds = [&](std::size_t count) {
    return count * 100 > static_cast<std::size_t>(max_percent) * share.total;
  };
  const auto thousandths = share.total == 0 ? 0 : share.count * 1000 / share.total;
  Evidence evidence{{"count", std::to_string(share.count)},
                    {"total", std::to_string(share.total)},
                    {"percent", fmt::format("{}.{}", thousandths / 10, thousandths % 10)},
                    {"max_percent", std::to_string(max_percent)}};
  if (exceeds(share.count)) return on_domain(facts, Verdict::fail, std::move(evidence));
  if (!exceeds(share.count + share.unread)) return on_domain(facts, Verdict::pass, std::move(evidence));
  evidence.emplace("missing", fmt::format("{} ({})", missing, share.unread));
  return on_domain(facts, Verdict::unknown, std::move(evidence));
}

Findings judge_empty(const DirectoryFacts& facts, const std::vector<const Group*>& groups) {
  Findings found;
  for (const auto* group : groups) {
    const auto names = direct_members(facts, *group);
    const auto shown = std::min(names.size(), names_shown);
    if (!names.empty())
      found.push_back(
          on(facts, Verdict::fail, group->dn,
             {{"count", std::to_string(names.size())},
              {"members",
               fmt::format("{}{}",
                           fmt::join(names.begin(), std::next(names.begin(), static_cast<std::ptrdiff_t>(shown)), ", "),
                           shown < names.size() ? ", ..." : "")}}));
    else if (group->incomplete)
      found.push_back(not_read(facts, group->dn, "member"));
  }
  return or_pass(std::move(found), facts, groups.size());
}

}  // namespace hygie::directory
