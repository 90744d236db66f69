// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/register/parts.hpp"

#include "core/calendar.hpp"

#include <nlohmann/json.hpp>

namespace hygie::remote_access {
namespace {

using nlohmann::json;

/// What is written replaces what stands there; what is not leaves it.
void read(const json& node, const char* key, std::string& into) {
  if (const auto at = node.find(key); at != node.end()) into = at->get<std::string>();
}
void read(const json& node, const char* key, std::vector<std::string>& into) {
  if (const auto at = node.find(key); at != node.end()) into = at->get<std::vector<std::string>>();
}
void read(const json& node, const char* key, Said& into) {
  if (const auto at = node.find(key); at != node.end()) into = at->get<bool>() ? Said::yes : Said::no;
}
void read(const json& node, const char* key, std::optional<int>& into) {
  if (const auto at = node.find(key); at != node.end()) into = at->get<int>();
}
void read(const json& node, const char* key, core::OptionalInstant& into) {
  if (const auto at = date_at(node, key)) into = at;
}

const json& part(const json& node, const char* key) {
  static const json nothing = json::object();
  const auto at = node.find(key);
  return at == node.end() ? nothing : *at;
}

const json& list(const json& node, const char* key) {
  static const json nothing = json::array();
  const auto at = node.find(key);
  return at == node.end() ? nothing : *at;
}

void read_door(const json& node, Door& door) {
  read(node, "kind", door.kind);
  read(node, "host", door.host);
  read(node, "host_keys", door.host_keys);
  read(node, "internet", door.internet);
  door.port = node.value("port", door.port);
}

void read_opening_rules(const json& node, Access& access) {
  read(part(node, "opening"), "mode", access.opening);
  read(part(node, "opening"), "opened_by", access.opened_by);
  read(part(node, "opening"), "ticket_required", access.ticket_required);
  read(part(node, "opening"), "auto_close_min", access.closes_after_minutes);
  read(part(node, "emergency"), "allowed", access.emergency);
  read(part(node, "emergency"), "procedure", access.emergency_procedure);
  read(part(node, "emergency"), "approver", access.emergency_approver);
}

void read_traces(const json& node, Access& access) {
  read(part(node, "recording"), "kind", access.recording.kind);
  read(part(node, "recording"), "owner", access.recording.owner);
  read(part(node, "recording"), "store", access.recording.store);
  read(part(node, "recording"), "retention_days", access.recording.retention_days);
  read(part(node, "logs"), "central", access.logs.central);
  read(part(node, "logs"), "collector", access.logs.collector);
  read(part(node, "logs"), "retention_days", access.logs.retention_days);
  read(part(node, "supervision"), "user_consent", access.user_consents);
  read(part(node, "supervision"), "can_interrupt", access.user_can_interrupt);
  read(part(node, "supervision"), "users_trained", access.users_trained);
}

void read_life(const json& node, Access& access) {
  read(part(node, "approval"), "by", access.approved_by);
  read(part(node, "approval"), "ref", access.approval_reference);
  read(part(node, "approval"), "date", access.approved_on);
  read(node, "expiry", access.expires);
  read(node, "closed", access.closed);
  read(part(node, "review"), "last", access.reviewed);
  read(part(node, "review"), "next", access.next_review);
  read(part(node, "review"), "by", access.reviewed_by);
}

}  // namespace

core::OptionalInstant date_at(const json& node, const char* key) {
  const auto at = node.find(key);
  if (at == node.end()) return {};
  const auto day = core::parse_date(at->get_ref<const std::string&>());
  return day ? core::OptionalInstant(core::Instant(*day)) : core::OptionalInstant{};
}

void read_vendor(const json& node, Vendor& vendor) {
  read(node, "name", vendor.name);
  read(node, "country", vendor.country);
  read(node, "contact_24x7", vendor.contact_24x7);
  read(node, "security_contact", vendor.security_contact);
  read(node, "pams", vendor.pams);
  read(node, "pams_on", vendor.pams_on);
  if (node.contains("subcontractors")) vendor.subcontractors.clear();
  for (const auto& one : list(node, "subcontractors")) {
    Subcontractor subcontractor;
    read(one, "name", subcontractor.name);
    read(one, "country", subcontractor.country);
    read(one, "approved", subcontractor.approved);
    vendor.subcontractors.push_back(std::move(subcontractor));
  }
  if (node.contains("incidents")) vendor.incidents.clear();
  for (const auto& one : list(node, "incidents")) {
    VendorIncident incident;
    read(one, "on", incident.on);
    read(one, "what", incident.what);
    read(one, "entities", incident.entities);
    read(one, "closed", incident.closed);
    vendor.incidents.push_back(std::move(incident));
  }
}

void read_contract(const json& node, Contract& contract) {
  read(node, "ref", contract.reference);
  read(node, "start", contract.start);
  read(node, "end", contract.end);
  if (const auto at = node.find("pgssi_palier"); at != node.end())
    contract.palier = at->is_string() ? at->get<std::string>() : std::to_string(at->get<int>());
  read(part(node, "security_assurance_plan"), "ref", contract.assurance_plan);
  read(part(node, "security_assurance_plan"), "accepted_on", contract.assurance_plan_accepted);
  read(node, "service_agreement", contract.service_agreement);
  read(node, "audit_clause", contract.audit);
  read(node, "incident_notice", contract.incident_notice);
  read(node, "report_clause", contract.report);
  read(node, "trace_clause", contract.traces);
  read(node, "reversibility_clause", contract.reversibility);
  read(node, "subcontracting_clause", contract.subcontracting);
  read(node, "data_erasure_clause", contract.data_erasure);
  read(node, "data_location", contract.data_location);
}

System system_of(const json& node) {
  System system;
  read(node, "name", system.name);
  read(node, "type", system.kind);
  read(node, "hosts", system.hosts);
  read(node, "services", system.services);
  read(node, "health_data", system.health_data);
  read(node, "impact", system.impact);
  system.criticality = node.value("criticality", 0);
  return system;
}

Account account_of(const json& node) {
  Account account;
  read(node, "name", account.name);
  read(node, "kind", account.kind);
  read(node, "holder", account.holder);
  read(node, "directory", account.directory);
  read(node, "mfa", account.second_factor);
  read(node, "privilege", account.privilege);
  read(node, "state", account.state);
  read(node, "last_secret_change", account.secret_changed);
  read(node, "keys", account.keys);
  read(node, "same_secret_elsewhere", account.secret_elsewhere);
  return account;
}

Access access_of(const json& node) {
  Access access;
  read(node, "id", access.id);
  read(node, "category", access.category);
  read(node, "purpose", access.purpose);
  read(node, "owner", access.owner);
  read(node, "protocol", access.protocol);
  read(node, "path", access.path);
  read(node, "source_ips", access.sources);
  read(node, "countries", access.countries);
  read_contract(part(node, "contract"), access.contract);
  for (const auto& one : list(node, "systems")) access.systems.push_back(system_of(one));
  read_door(part(node, "entry_point"), access.door);
  for (const auto& one : list(node, "allowed_flows"))
    access.flows.push_back({one.value("to", ""), one.value("proto", ""), one.value("port", std::uint16_t{0})});
  for (const auto& one : list(node, "accounts")) access.accounts.push_back(account_of(one));
  read_opening_rules(node, access);
  read_traces(node, access);
  read_life(node, access);
  return access;
}

}  // namespace hygie::remote_access
