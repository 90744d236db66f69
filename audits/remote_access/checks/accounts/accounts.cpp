// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/support.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace hygie::remote_access {
namespace {

bool disabled(const Account& account) { return account.state == "disabled"; }

/// Where it is not said, doors that stand on the internet by their nature.
bool from_internet(const Access& access) {
  if (access.door.internet != Said::nothing) return access.door.internet == Said::yes;
  return access.door.kind == "direct" || access.door.kind == "cloud-relay" || access.door.kind == "vpn";
}

Answer second_factor_of(const Account& account) {
  if (disabled(account) || account.kind == "service") return does_not_apply;
  return unless_word(account.second_factor, {"none"}, "mfa");
}

Findings by_account_word(const RemoteAccessFacts& facts, std::string Account::*word,
                         const std::vector<std::string_view>& bad, std::string_view key) {
  return for_accounts(facts, [&](const Access&, const Account& account) {
    return disabled(account) ? does_not_apply : unless_word(account.*word, bad, key);
  });
}

/// Which accesses that are open use this value, of all accounts.
template <class ValuesOf>
std::map<std::string, std::set<std::string>> users_of(const RemoteAccessFacts& facts, const ValuesOf& values) {
  std::map<std::string, std::set<std::string>> users;
  for (const auto& access : facts.declared.accesses)
    if (access.closed != Said::yes)
      for (const auto& account : access.accounts)
        for (const auto& value : values(account)) users[value].insert(access.id);
  return users;
}

std::string others(const std::set<std::string>& ids, const std::string& own) {
  std::string out;
  for (const auto& id : ids)
    if (id != own) out += (out.empty() ? "" : ", ") + id;
  return out;
}

}  // namespace

Findings account_none(const RemoteAccessFacts& facts, const Params&) {
  return for_accesses(facts, [](const Access& access) -> Answer {
    return {access.accounts.empty() ? Verdict::fail : Verdict::pass,
            {{"count", std::to_string(access.accounts.size())}}};
  });
}

Findings second_factor_internet(const RemoteAccessFacts& facts, const Params&) {
  return for_accounts(facts, [](const Access& access, const Account& account) {
    return from_internet(access) ? second_factor_of(account) : does_not_apply;
  });
}

Findings second_factor_missing(const RemoteAccessFacts& facts, const Params&) {
  return for_accounts(facts, [](const Access& access, const Account& account) {
    return from_internet(access) ? does_not_apply : second_factor_of(account);
  });
}

Findings second_factor_sms(const RemoteAccessFacts& facts, const Params&) {
  return for_accounts(facts, [](const Access&, const Account& account) -> Answer {
    if (disabled(account) || account.second_factor.empty() || account.second_factor == "none") return does_not_apply;
    return unless_word(account.second_factor, {"sms"}, "mfa");
  });
}

Findings account_shared(const RemoteAccessFacts& facts, const Params&) {
  return for_accounts(facts, [](const Access&, const Account& account) -> Answer {
    if (disabled(account)) return does_not_apply;
    auto answer = unless_word(account.kind, {"shared"}, "kind");
    if (answer.verdict == Verdict::pass && account.kind == "named") return written(account.holder, "holder");
    return answer;
  });
}

Findings account_on_two_accesses(const RemoteAccessFacts& facts, const Params&) {
  const auto users = users_of(facts, [](const Account& one) { return std::vector<std::string>{one.name}; });
  return for_accounts(facts, [&](const Access& access, const Account& account) -> Answer {
    const auto elsewhere = others(users.at(account.name), access.id);
    return {elsewhere.empty() ? Verdict::pass : Verdict::fail, {{"names", elsewhere}}};
  });
}

Findings secret_on_two_accesses(const RemoteAccessFacts& facts, const Params&) {
  const auto users = users_of(facts, [](const Account& one) { return one.keys; });
  return for_accounts(facts, [&](const Access& access, const Account& account) -> Answer {
    for (const auto& key : account.keys)
      if (const auto elsewhere = others(users.at(key), access.id); !elsewhere.empty())
        return {Verdict::fail, {{"names", elsewhere}, {"fingerprint", key}}};
    if (account.secret_elsewhere == Said::yes) return {Verdict::fail, {{"names", ""}}};
    return account.secret_elsewhere == Said::no ? Answer{} : unknown("same_secret_elsewhere");
  });
}

Findings account_privileged(const RemoteAccessFacts& facts, const Params&) {
  return by_account_word(facts, &Account::privilege, {"root", "domain-admin"}, "privilege");
}

Findings account_main_directory(const RemoteAccessFacts& facts, const Params&) {
  return by_account_word(facts, &Account::directory, {"ad-main"}, "directory");
}

Findings secret_old(const RemoteAccessFacts& facts, const Params& params) {
  return for_accounts(facts, [&](const Access&, const Account& account) -> Answer {
    if (disabled(account)) return does_not_apply;
    if (!account.secret_changed) return unknown("last_secret_change");
    const auto days = core::days_between(*account.secret_changed, facts.collected_at);
    return {days > params.days("max_age_days") ? Verdict::fail : Verdict::pass,
            {{"last", day(account.secret_changed)}, {"age_days", std::to_string(days)}}};
  });
}

Findings account_permanent(const RemoteAccessFacts& facts, const Params&) {
  return for_accounts(facts, [](const Access& access, const Account& account) -> Answer {
    if (access.category == "telesurveillance" || disabled(account)) return does_not_apply;
    return unless_word(account.state, {"permanent"}, "state");
  });
}

Findings account_after_end(const RemoteAccessFacts& facts, const Params&) {
  return for_accounts(facts, [&](const Access& access, const Account& account) -> Answer {
    const bool over = (access.expires && *access.expires < facts.collected_at) ||
                      (access.contract.end && *access.contract.end < facts.collected_at);
    if (!over) return does_not_apply;
    if (account.state.empty()) return unknown("state");
    return {disabled(account) ? Verdict::pass : Verdict::fail, {{"state", account.state}}};
  });
}

}  // namespace hygie::remote_access
