// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::directory {
namespace {

std::string name_of(const DirectoryFacts& facts, NameRef object) {
  if (const auto* account = facts.account(object)) return std::string(account->sam);
  if (const auto* group = facts.group(object)) return std::string(group->sam);
  const auto gpo = std::find_if(facts.gpos.begin(), facts.gpos.end(), [&](const Gpo& one) { return one.dn == object; });
  if (gpo != facts.gpos.end() && !gpo->display_name.empty()) return std::string(gpo->display_name);
  return object == facts.domain.dn ? std::string(facts.name(object)) : std::string(first_value(facts.name(object)));
}

}  // namespace

Finding on(const DirectoryFacts& facts, Verdict verdict, NameRef object, Evidence evidence, int level) {
  return {verdict, std::string(facts.name(object)), std::move(evidence), name_of(facts, object), level};
}

Finding not_read(const DirectoryFacts& facts, NameRef object, std::string missing) {
  return on(facts, Verdict::unknown, object, {{"missing", std::move(missing)}});
}

Findings or_pass(Findings found, const DirectoryFacts& facts, std::size_t examined) {
  if (!found.empty()) return found;
  return on_domain(facts, Verdict::pass, {{"examined", std::to_string(examined)}});
}

Findings on_domain(const DirectoryFacts& facts, Verdict verdict, Evidence evidence, int level) {
  return {on(facts, verdict, facts.domain.dn, std::move(evidence), level)};
}

Finding trustee_finding(const DirectoryFacts& facts, NameRef object, SidRef trustee, std::string_view right,
                        bool inherited, int level) {
  const auto sid = facts.sid(trustee).to_string();
  auto finding = on(facts, Verdict::fail, object,
                    {{"trustee", facts.principal_name(trustee)},
                     {"trustee_sid", sid},
                     {"right", std::string(right)},
                     {"inherited", inherited ? "yes" : "no"}},
                    level);
  finding.object += fmt::format(" < {} {}", sid, right);
  return finding;
}

void add_controls(const DirectoryFacts& facts, const Object& object, Target target, Findings& found,
                  const ControlReading& reading) {
  const auto* descriptor = facts.descriptor(object.descriptor);
  if (descriptor == nullptr) {
    found.push_back(not_read(facts, object.dn, "nTSecurityDescriptor"));
    return;
  }
  const auto expected = [&](SidRef trustee) {
    return std::find(reading.expected.begin(), reading.expected.end(), trustee) != reading.expected.end();
  };
  for (const auto& control : dangerous_controls(facts, *descriptor, target))
    if (!expected(control.trustee))
      found.push_back(trustee_finding(facts, object.dn, control.trustee, to_string(control.power), control.inherited,
                                      reading.level != 0 ? reading.level : control.level));
}

Findings controls_over(const DirectoryFacts& facts, const std::vector<const Object*>& objects, Target target,
                       const ControlReading& reading) {
  Findings found;
  for (const auto* object : objects) add_controls(facts, *object, target, found, reading);
  return or_pass(std::move(found), facts, objects.size());
}

std::string day(core::OptionalInstant at) {
  if (!at) return "never";
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(*at)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::int64_t age_days(const DirectoryFacts& facts, core::Instant since) {
  return core::days_between(since, facts.collected_at);
}

core::OptionalInstant password_changed(const Account& account) {
  if (!account.password_set) return account.key_set;
  return account.key_set && *account.key_set > *account.password_set ? account.key_set : account.password_set;
}

bool active_within(const DirectoryFacts& facts, const Account& account, std::int64_t days) {
  return account.last_logon && age_days(facts, *account.last_logon) <= days;
}

std::vector<const Account*> privileged_accounts(const DirectoryFacts& facts) {
  std::vector<const Account*> accounts;
  for (const auto i : facts.derived().privileged_accounts) accounts.push_back(&facts.accounts[i]);
  return accounts;
}

std::vector<const Account*> controller_accounts(const DirectoryFacts& facts) {
  std::vector<const Account*> accounts;
  for (std::size_t i = 0; i < facts.accounts.size(); ++i)
    if (facts.derived().account_is_controller[i]) accounts.push_back(&facts.accounts[i]);
  return accounts;
}

const Account* reading_account(const DirectoryFacts& facts) {
  const std::string_view name = facts.origin.reader;
  if (const auto dn = facts.names.find(name); dn != NameRef::none) return facts.account(dn);
  const auto slash = name.find('\\');
  return facts.find_account(slash == std::string_view::npos ? name.substr(0, name.find('@')) : name.substr(slash + 1));
}

}  // namespace hygie::directory
