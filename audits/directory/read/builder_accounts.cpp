// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/builder_state.hpp"
#include "audits/directory/read/dn_values.hpp"
#include "audits/directory/read/filetime.hpp"
#include "audits/directory/read/key_credential.hpp"
#include "audits/directory/read/replication_metadata.hpp"
#include "audits/directory/read/secret_hint.hpp"
#include "audits/directory/well_known.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

OptionalInstant later(OptionalInstant a, OptionalInstant b) {
  if (!a) return b;
  return b && *b > *a ? b : a;
}

// The same placeholder stands in every account that "Identity Management for UNIX" touched: no secret.
constexpr std::string_view unix_placeholder = "ABCD!efgh12345$67890";

}  // namespace

void FactsBuilder::State::add_account(const EntryView& entry, AccountKind kind) {
  Account account;
  fill(account, entry);
  account.kind = kind;
  account.control = number(entry, Attribute::user_account_control);
  if (kind == AccountKind::user && account.has(uac::interdomain_trust)) account.kind = AccountKind::trust;
  account.sid = sid(entry, Attribute::object_sid);
  account.creator = sid(entry, Attribute::creator_sid);
  account.has_admin_count = entry.has(Attribute::admin_count);
  account.admin_count = number_or(entry, Attribute::admin_count, 0) == 1;
  account.has_mail = entry.has(Attribute::mail);
  account.may_act_for = descriptor(entry, Attribute::allowed_to_act);
  account.password_readers = descriptor(entry, Attribute::group_msa_membership);
  account.krbtgt_link = name(entry, Attribute::krbtgt_link);
  if (account.krbtgt_link == NameRef::none) account.krbtgt_link = name(entry, Attribute::krbtgt_link_back);
  account.silo = name(entry, Attribute::assigned_silo);
  account.managed_by = name(entry, Attribute::managed_by);
  account.preceded_by = name(entry, Attribute::preceded_by);
  account.primary_group = number(entry, Attribute::primary_group_id);
  account.encryption_types = number(entry, Attribute::encryption_types);
  const auto password_set = integer(entry, Attribute::pwd_last_set);
  account.must_change = password_set == 0;
  if (password_set) account.password_set = read_filetime(*password_set);
  account.key_set = changed(entry, attribute_id::unicode_pwd);
  account.last_logon = later(filetime(entry, Attribute::last_logon), filetime(entry, Attribute::last_logon_timestamp));
  account.expires = filetime(entry, Attribute::account_expires);
  account.laps_legacy = filetime(entry, Attribute::laps_expiration);
  account.laps_windows = filetime(entry, Attribute::windows_laps_expiration);
  account.laps_readable = entry.has(Attribute::laps_password) || entry.has(Attribute::windows_laps_password);
  account.sam = keep(entry, Attribute::sam_account_name);
  account.script = keep(entry, Attribute::script_path);
  account.dns_host = keep(entry, Attribute::dns_host_name);
  account.system = keep(entry, Attribute::operating_system);
  account.system_version = keep(entry, Attribute::operating_system_version);
  account.spns = keep_all(entry, Attribute::service_principal_name);
  add_account_extras(entry, account);
  facts.accounts.push_back(std::move(account));
}

void FactsBuilder::State::add_account_extras(const EntryView& entry, Account& account) {
  add_sid_history(entry, account.dn, nullptr);
  add_secret_hints(entry, account.dn);
  for (const auto target : entry.all(Attribute::allowed_to_delegate_to))
    facts.delegations.push_back({account.dn, facts.text.keep(target)});
  for (const auto mapping : entry.all(Attribute::alt_security_identities))
    facts.alt_identities.push_back({account.dn, facts.text.keep(mapping)});
  for (const auto value : entry.all(Attribute::key_credential_link)) {
    auto key = read_key_credential(value);
    key.holder = account.dn;
    if (key.malformed) note_malformed(Attribute::key_credential_link, entry.dn());
    facts.key_credentials.push_back(key);
  }
  add_certificates(entry, Attribute::user_certificate, CertificateFacts::Where::user, account.dn);
  if (account.primary_group == well_known::rid_read_only_controllers || account.has(uac::partial_secrets) ||
      boolean(entry, Attribute::is_rodc).value_or(false))
    add_rodc(entry, account);
}

void FactsBuilder::State::add_rodc(const EntryView& entry, const Account& account) {
  RodcSettings rodc;
  rodc.computer = account.dn;
  rodc.reveal_on_demand = name_list(entry, Attribute::reveal_on_demand);
  rodc.never_reveal = name_list(entry, Attribute::never_reveal);
  // One value for each secret that was revealed, so that an account comes several times.
  for (const auto value : entry.all(Attribute::revealed_users)) {
    const auto parts = read_dn_binary(value);
    const auto who = parts ? value_name(parts->dn) : NameRef::none;
    if (who == NameRef::none)
      note_malformed(Attribute::revealed_users, entry.dn());
    else
      rodc.revealed.push_back(who);
  }
  std::sort(rodc.revealed.begin(), rodc.revealed.end());
  rodc.revealed.erase(std::unique(rodc.revealed.begin(), rodc.revealed.end()), rodc.revealed.end());
  rodcs_by_name[rodc.computer] = static_cast<std::uint32_t>(facts.rodcs.size());
  facts.rodcs.push_back(std::move(rodc));
}

void FactsBuilder::State::add_group(const EntryView& entry) {
  Group group;
  fill(group, entry);
  group.sid = sid(entry, Attribute::object_sid);
  group.type = number_or(entry, Attribute::group_type, 0);
  group.has_admin_count = entry.has(Attribute::admin_count);
  group.admin_count = number_or(entry, Attribute::admin_count, 0) == 1;
  group.managed_by = name(entry, Attribute::managed_by);
  group.sam = keep(entry, Attribute::sam_account_name);
  group.members = name_list(entry, Attribute::member);
  add_sid_history(entry, group.dn, &group);
  add_secret_hints(entry, group.dn);
  groups_by_name[group.dn] = static_cast<std::uint32_t>(facts.groups.size());
  facts.groups.push_back(std::move(group));
}

void FactsBuilder::State::add_sid_history(const EntryView& entry, NameRef holder, Group* group) {
  for (const auto value : entry.all(Attribute::sid_history)) {
    auto parsed = Sid::from_bytes(as_bytes(value));
    if (!parsed) parsed = Sid::from_text(value);
    if (!parsed) {
      note_malformed(Attribute::sid_history, entry.dn());
      continue;
    }
    const auto ref = facts.sids.intern(*parsed);
    facts.sid_histories.push_back({holder, ref});
    if (group != nullptr) group->sid_history.push_back(ref);
  }
}

void FactsBuilder::State::add_secret_hints(const EntryView& entry, NameRef holder) {
  for (const auto attribute : {Attribute::description, Attribute::info, Attribute::comment})
    for (const auto value : entry.all(attribute))
      if (const auto pattern = secret_pattern(value); !pattern.empty())
        facts.secret_hints.push_back({holder, attribute_name(attribute), pattern});
  for (const auto attribute : {Attribute::user_password, Attribute::unix_user_password, Attribute::mssfu_password}) {
    const auto values = entry.all(attribute);
    if (std::any_of(values.begin(), values.end(),
                    [](std::string_view value) { return !value.empty() && value != unix_placeholder; }))
      facts.secret_hints.push_back({holder, attribute_name(attribute), "present"});
  }
}

void FactsBuilder::State::add_foreign_principal(const EntryView& entry) {
  ForeignPrincipal principal;
  fill(principal, entry);
  principal.sid = sid(entry, Attribute::object_sid);
  if (principal.sid == SidRef::none) {
    // Its name is its SID, so that it needs no attribute.
    if (const auto value = Sid::from_text(first_value(entry.dn()))) principal.sid = facts.sids.intern(*value);
  }
  facts.foreign_principals.push_back(principal);
}

}  // namespace hygie::directory
