// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/facts.hpp"

#include <concepts>
#include <type_traits>

/// Every field that a snapshot holds, once: the writer and the reader both go through these lists, so that they cannot
/// differ. A new field goes at the end of its list, with a new snapshot version.
namespace hygie::directory::snapshot {

template <class Thing, class Plain>
concept Is = std::same_as<std::remove_const_t<Thing>, Plain>;

void visit_object(auto& a, auto& x) { a(x.dn, x.descriptor, x.created, x.changed); }

void visit(auto& a, Is<Guid> auto& x) { a.bytes(x.bytes); }
void visit(auto& a, Is<Ace> auto& x) {
  a(x.trustee, x.mask, x.type, x.flags, x.generic_bits, x.object, x.inherited);
  a.required(x.trustee);
}
void visit(auto& a, Is<SecurityDescriptor> auto& x) { a(x.owner, x.group, x.control, x.null_dacl, x.aces); }
void visit(auto& a, Is<Account> auto& x) {
  visit_object(a, x);
  a(x.kind, x.admin_count, x.has_admin_count, x.has_mail, x.silo_enforced, x.laps_readable, x.sid, x.creator,
    x.may_act_for, x.password_readers, x.krbtgt_link, x.silo, x.managed_by, x.preceded_by, x.control, x.primary_group,
    x.encryption_types, x.password_set, x.key_set, x.last_logon, x.expires, x.laps_legacy, x.laps_windows,
    x.must_change, x.sam, x.script, x.dns_host, x.system, x.system_version, x.spns);
}
void visit(auto& a, Is<Group> auto& x) {
  visit_object(a, x);
  a(x.sid, x.type, x.admin_count, x.has_admin_count, x.incomplete, x.managed_by, x.sam, x.members, x.sid_history);
}
void visit(auto& a, Is<Node> auto& x) {
  visit_object(a, x);
  a(x.kind, x.gp_options, x.gp_link, x.managed_by);
}
void visit(auto& a, Is<Gpo> auto& x) {
  visit_object(a, x);
  a(x.display_name, x.path, x.flags, x.version, x.wmi_filter);
}
void visit(auto& a, Is<PasswordRules> auto& x) {
  a(x.min_length, x.history, x.max_age, x.min_age, x.lockout_threshold, x.lockout_duration, x.lockout_window,
    x.complexity, x.reversible);
}
void visit(auto& a, Is<PasswordSettings> auto& x) {
  visit_object(a, x);
  a(x.rules, x.precedence, x.applies_to);
}
void visit(auto& a, Is<Trust> auto& x) {
  visit_object(a, x);
  a(x.partner, x.flat_name, x.direction, x.attributes, x.type, x.encryption_types, x.partner_sid);
}
void visit(auto& a, Is<DnsZone> auto& x) {
  visit_object(a, x);
  a(x.name, x.allow_update, x.zone_type, x.malformed);
}
void visit(auto& a, Is<CertificateTemplate> auto& x) {
  visit_object(a, x);
  a(x.name, x.display_name, x.name_flag, x.enrolment_flag, x.private_key_flag, x.schema_version, x.ra_signatures,
    x.readable, x.extended_usages, x.application_policies, x.issuance_policies, x.ra_policies);
}
void visit(auto& a, Is<EnrolmentService> auto& x) {
  visit_object(a, x);
  a(x.name, x.dns_host, x.templates, x.thumbprint);
}
void visit(auto& a, Is<Server> auto& x) {
  visit_object(a, x);
  a(x.reference, x.dns_host, x.has_settings, x.read_only, x.options, x.behaviour);
}
void visit(auto& a, Is<Site> auto& x) {
  visit_object(a, x);
  a(x.name, x.gp_link);
}
void visit(auto& a, Is<Subnet> auto& x) {
  visit_object(a, x);
  a(x.prefix, x.site);
}
void visit(auto& a, Is<ForeignPrincipal> auto& x) {
  visit_object(a, x);
  a(x.sid);
}
void visit(auto& a, Is<RodcSettings> auto& x) { a(x.computer, x.revealed, x.reveal_on_demand, x.never_reveal); }
void visit(auto& a, Is<IssuancePolicy> auto& x) {
  visit_object(a, x);
  a(x.oid, x.linked_group);
}
void visit(auto& a, Is<SysvolReplica> auto& x) {
  visit_object(a, x);
  a(x.ntfrs, x.read_only);
}
void visit(auto& a, Is<DisplaySpecifier> auto& x) { a(x.dn, x.menu); }
void visit(auto& a, Is<SidHistory> auto& x) { a(x.holder, x.sid); }
void visit(auto& a, Is<Delegation> auto& x) { a(x.holder, x.target); }
void visit(auto& a, Is<KeyCredential> auto& x) { a(x.holder, x.usage, x.source, x.created, x.device, x.malformed); }
void visit(auto& a, Is<CertificateFacts> auto& x) {
  a(x.holder, x.where, x.key, x.bits, x.exponent, x.roca, x.self_signed, x.signature, x.subject, x.thumbprint,
    x.not_before, x.not_after);
}
void visit(auto& a, Is<AltIdentity> auto& x) { a(x.holder, x.mapping); }
void visit(auto& a, Is<SecretHint> auto& x) { a(x.holder, x.attribute, x.pattern); }
void visit(auto& a, Is<RootDse> auto& x) {
  a(x.default_context, x.configuration_context, x.schema_context, x.root_domain_context, x.contexts, x.controls,
    x.sasl_mechanisms, x.dns_host, x.domain_level, x.forest_level, x.controller_level);
}
void visit(auto& a, Is<DomainHead> auto& x) {
  visit_object(a, x);
  a(x.sid, x.behaviour, x.machine_account_quota, x.expire_smartcard_passwords, x.mixed, x.rules, x.gp_link,
    x.well_known, x.last_backup, x.netbios, x.password_settings_readable);
}
void visit(auto& a, Is<Forest> auto& x) {
  a(x.behaviour, x.ds_heuristics, x.other_settings, x.tombstone_lifetime, x.forest_revision, x.domain_revision,
    x.recycle_bin, x.exchange, x.domains);
}
void visit(auto& a, Is<SchemaFacts::Class> auto& x) { a(x.dn, x.name, x.default_sd, x.parent, x.id, x.superiors); }
void visit(auto& a, Is<SchemaFacts> auto& x) {
  a(x.version, x.laps_legacy, x.laps_windows, x.laps_legacy_guid, x.laps_windows_guid, x.laps_encrypted_guid,
    x.classes);
}
void visit(auto& a, Is<Origin> auto& x) { a(x.name, x.source, x.server, x.reader, x.protected_channel); }
void visit(auto& a, Is<core::Gap> auto& x) { a(x.what, x.why); }

/// The tables come first: what follows refers to them.
void visit(auto& a, Is<DirectoryFacts> auto& x) {
  a.sids(x.sids);
  a.names(x.names);
  a(x.descriptors);
  a(x.origin, x.collected_at, x.root, x.domain, x.forest, x.schema, x.accounts, x.groups, x.nodes, x.gpos,
    x.password_settings, x.trusts, x.dns_zones, x.templates, x.enrolment_services, x.servers, x.sites, x.subnets,
    x.foreign_principals, x.rodcs, x.issuance_policies, x.sysvol_replicas, x.display_specifiers, x.sid_histories,
    x.delegations, x.key_credentials, x.certificates, x.alt_identities, x.secret_hints, x.gaps);
}

}  // namespace hygie::directory::snapshot
