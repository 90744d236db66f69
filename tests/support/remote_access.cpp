// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/remote_access.hpp"

#include "core/calendar.hpp"

#include <algorithm>
#include <stdexcept>

namespace hygie::test {
namespace {

using namespace remote_access;

Contract sound_contract() {
  Contract contract{.reference = "M-2026-12", .start = at_day("2026-01-01"), .end = at_day("2027-12-31")};
  contract.palier = "2";
  contract.assurance_plan = "PAS-4";
  contract.assurance_plan_accepted = at_day("2026-01-15");
  contract.service_agreement = "CS-4";
  for (auto* clause : {&contract.audit, &contract.incident_notice, &contract.report, &contract.traces,
                       &contract.reversibility, &contract.subcontracting, &contract.data_erasure})
    *clause = Said::yes;
  contract.data_location = "EU";
  return contract;
}

Account sound_account() {
  Account account{.name = "tm-pacs", .kind = "named", .holder = "technicien 1"};
  account.directory = "local";
  account.second_factor = "fido2";
  account.privilege = "user";
  account.state = "on-demand";
  account.secret_changed = at_day("2026-06-01");
  account.keys = {"SHA256:own"};
  account.secret_elsewhere = Said::no;
  return account;
}

Intervention sound_intervention() {
  const auto start = at_day("2026-11-03") + std::chrono::hours{9};
  return {.start = start,
          .end = start + std::chrono::hours{2},
          .ticket = "T-1",
          .operator_name = "technicien 1",
          .account = "tm-pacs",
          .report = "CR-1",
          .recording = "R-1",
          .report_on = at_day("2026-11-04")};
}

Access sound_access() {
  Access access{.id = "TM-PACS-01", .category = "teleassistance", .purpose = "entretien", .owner = "imagerie"};
  access.protocol = "ssh";
  access.vendor = {.name = "Fournisseur", .country = "FR", .contact_24x7 = "astreinte", .security_contact = "rssi"};
  access.vendor.pams = "declared";
  access.vendor.pams_on = at_day("2026-02-01");
  access.vendor.subcontractors = {{"Sous-traitant", "DE", Said::yes}};
  access.vendor.incidents = {{at_day("2025-01-01"), "hameçonnage", {}, at_day("2025-02-01")}};
  access.contract = sound_contract();
  access.systems = {{.name = "PACS", .kind = "pacs", .hosts = {"192.0.2.40"}, .criticality = 1}};
  access.systems.front().health_data = Said::yes;
  access.systems.front().impact = "plus d'images";
  access.door = {.kind = "bastion", .host = "192.0.2.10", .port = 22, .host_keys = {"SHA256:key"}};
  access.path = {"vpn", "bastion", "target"};
  access.sources = {"198.51.100.0/28", "2001:db8:1::/48"};
  access.countries = {"FR"};
  access.flows = {{"192.0.2.40", "tcp", 22}};
  access.accounts = {sound_account()};
  access.opening = "on-demand";
  access.ticket_required = Said::yes;
  access.closes_after_minutes = 240;
  access.windows = {{.days = 0x1f, .from = 8 * 60, .until = 18 * 60, .zone = "Europe/Paris"}};
  const auto night = at_day("2026-11-10") + std::chrono::hours{22};
  access.openings = {{.from = night,
                      .until = night + std::chrono::hours{2},
                      .asked_by = "imagerie",
                      .approved_by = "RSSI",
                      .ticket = "T-2",
                      .reason = "panne",
                      .emergency = true,
                      .reviewed = at_day("2026-11-12")}};
  access.emergency = Said::yes;
  access.emergency_procedure = "P-1";
  access.emergency_approver = "RSSI";
  access.recording = {"video", "establishment", "coffre", 180};
  access.logs = {Said::yes, "collecteur", 180};
  access.user_consents = access.user_can_interrupt = access.users_trained = Said::yes;
  access.approved_by = "RSSI";
  access.approved_on = at_day("2026-01-20");
  access.expires = at_day("2027-06-30");
  access.reviewed = at_day("2026-09-01");
  access.next_review = at_day("2027-02-28");
  access.interventions = {sound_intervention()};
  return access;
}

const Observation seen{Outcome::present, {}};

SshKey sound_key() {
  SshKey key{.algorithm = "ssh-ed25519", .type = "ssh-ed25519", .sha256 = "SHA256:key", .bits = 256, .seen = seen};
  key.proved = seen;
  return key;
}

SshDoor sound_door() {
  SshDoor door{.accesses = {"TM-PACS-01"}, .host = "192.0.2.10", .address = "192.0.2.10", .port = 22};
  door.reached = door.speaks = door.lists = seen;
  door.identification = "SSH-2.0-OpenSSH_9.9";
  door.banner = "Accès surveillé";
  door.exchanges = {"mlkem768x25519-sha256", "curve25519-sha256", "diffie-hellman-group-exchange-sha256",
                    "kex-strict-s-v00@openssh.com"};
  door.host_keys = {"ssh-ed25519"};
  door.ciphers_in = door.ciphers_out = {"chacha20-poly1305@openssh.com", "aes256-gcm@openssh.com", "aes256-ctr"};
  door.macs_in = door.macs_out = {"hmac-sha2-256-etm@openssh.com"};
  door.compressions_in = door.compressions_out = {"none", "zlib@openssh.com"};
  door.keys = {sound_key()};
  door.groups = {{"diffie-hellman-group-exchange-sha256", 2048, 3072, 4096, 3072, seen}};
  door.sign_ins = {{"tm-pacs", seen, {"publickey"}}};
  return door;
}

}  // namespace

core::Instant remote_now() { return at_day("2026-11-25") + std::chrono::hours{12}; }

core::Instant at_day(std::string_view date) { return core::Instant{core::parse_date(date).value()}; }

RemoteAccessFacts sound_accesses() {
  RemoteAccessFacts facts;
  facts.origin = {"CH Exemple", "register"};
  facts.collected_at = remote_now();
  facts.declared.accesses = {sound_access()};
  facts.declared.cut_off = {"FICHE-12", "RSSI", at_day("2026-03-01"), 20};
  facts.ssh = {sound_door()};
  facts.zones = {{"Europe/Paris", {{at_day("2026-03-29"), 7200}, {at_day("2026-10-25"), 3600}}}};
  return facts;
}

core::Findings run(std::string_view id, const RemoteAccessFacts& facts) {
  const auto checks = registry();
  const auto check = std::find_if(checks.begin(), checks.end(), [&](const Check& one) { return one.id == id; });
  if (check == checks.end()) throw std::logic_error("no check " + std::string(id));
  static const auto all = catalogue().value();
  return run_check(*check, facts, all.find(id)->default_params());
}

core::Verdict verdict(std::string_view id, const RemoteAccessFacts& facts) {
  const auto findings = run(id, facts);
  const auto has = [&](core::Verdict one) {
    return std::any_of(findings.begin(), findings.end(), [&](const auto& finding) { return finding.verdict == one; });
  };
  for (const auto one : {core::Verdict::fail, core::Verdict::unknown, core::Verdict::pass})
    if (has(one)) return one;
  return core::Verdict::not_applicable;
}

}  // namespace hygie::test
