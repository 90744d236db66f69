// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/snapshot.hpp"

#include "core/i18n.hpp"
#include "core/store/facts_json.hpp"
#include "core/store/snapshot_file.hpp"
#include "net/observation_json.hpp"

#include <algorithm>
#include <array>

// Every field of every fact, once: what is written is what is read. A field of an older file that is not there keeps
// its default.
namespace hygie::remote_access {

using core::enum_of;
using nlohmann::json;

void to_json(json& out, Said x) { out = static_cast<unsigned>(x); }
void from_json(const json& in, Said& x) { x = enum_of<Said, Said::yes>(in); }
void to_json(json& out, Part x) { out = static_cast<unsigned>(x); }
void from_json(const json& in, Part& x) { x = enum_of<Part, Part::ssh>(in); }

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(VendorIncident, on, what, entities, closed)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Subcontractor, name, country, approved)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Vendor, name, country, contact_24x7, security_contact, pams, pams_on,
                                                subcontractors, incidents)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Contract, reference, start, end, palier, assurance_plan,
                                                assurance_plan_accepted, service_agreement, audit, incident_notice,
                                                report, traces, reversibility, subcontracting, data_erasure,
                                                data_location)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(System, name, kind, hosts, services, criticality, health_data, impact)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Door, kind, host, port, host_keys, internet)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Flow, to, protocol, port)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Account, name, kind, holder, directory, second_factor, privilege, state,
                                                secret_changed, keys, secret_elsewhere)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(WeeklyWindow, days, from, until, zone)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Opening, from, until, asked_by, approved_by, ticket, reason, emergency,
                                                reviewed, reviewed_by)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Intervention, start, end, ticket, operator_name, account, report,
                                                recording, report_on)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Recording, kind, owner, store, retention_days)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Logs, central, collector, retention_days)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Access, id, category, purpose, owner, protocol, vendor, contract,
                                                systems, door, path, sources, countries, flows, accounts, opening,
                                                opened_by, ticket_required, closes_after_minutes, windows, openings,
                                                emergency, emergency_procedure, emergency_approver, recording, logs,
                                                user_consents, user_can_interrupt, users_trained, approved_by,
                                                approval_reference, approved_on, expires, reviewed, next_review,
                                                reviewed_by, closed, interventions, where)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CutOff, procedure, decided_by, last_test, minutes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Register, accesses, cut_off)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Zone::Change, at, offset)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Zone, name, changes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SshKey, algorithm, type, sha256, bits, seen, proved, certificate,
                                                authority_type, authority_sha256, authority_bits, of_a_host, valid_from,
                                                valid_until, principals)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SshGroup, exchange, least, wanted, most, bits, given)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SshSignIn, account, asked, methods, without_proof)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SshDoor, accesses, host, address, port, reached, speaks, identification,
                                                before, banner, lists, exchanges, host_keys, ciphers_in, ciphers_out,
                                                macs_in, macs_out, compressions_in, compressions_out, keys, groups,
                                                sign_ins, connections, lost)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Origin, establishment, source)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RemoteAccessFacts, origin, collected_at, declared, zones, ssh,
                                                not_asked, gaps)

namespace {
/// What the reader of a register holds to, and checks rely on: a snapshot may have been written by anybody.
bool is_sound(const RemoteAccessFacts& facts, const Access& access) {
  constexpr int minutes_a_day = 24 * 60;
  return std::all_of(access.windows.begin(), access.windows.end(),
                     [&](const WeeklyWindow& one) {
                       return one.from >= 0 && one.from < one.until && one.until <= minutes_a_day &&
                              facts.zone(one.zone) != nullptr;
                     }) &&
         std::all_of(access.openings.begin(), access.openings.end(),
                     [](const Opening& one) { return one.from && one.until && *one.from < *one.until; }) &&
         std::all_of(access.interventions.begin(), access.interventions.end(),
                     [](const Intervention& one) { return one.start.has_value(); });
}

constexpr core::SnapshotKind kind{"HYGIERAC", 1, core::msgid("this is not a snapshot of remote accesses")};
}  // namespace

std::string write_snapshot(const RemoteAccessFacts& facts) {
  // What came from outside may not be UTF-8: it is replaced rather than refused.
  const auto text = json(facts).dump(-1, ' ', false, json::error_handler_t::replace);
  return core::pack_snapshot(kind, std::array<std::string_view, 1>{text});
}

core::Result<RemoteAccessFacts> read_snapshot(std::string_view bytes) {
  const auto parts = core::unpack_snapshot(bytes, kind, 1);
  if (!parts) return tl::make_unexpected(parts.error());
  try {
    auto facts = json::parse(parts->front().view()).get<RemoteAccessFacts>();
    const auto& accesses = facts.declared.accesses;
    if (!std::all_of(accesses.begin(), accesses.end(), [&](const Access& one) { return is_sound(facts, one); }))
      return tl::make_unexpected(core::damaged_snapshot());
    return facts;
  } catch (const std::exception&) {
    return tl::make_unexpected(core::damaged_snapshot());
  }
}

bool is_snapshot(std::string_view bytes) { return bytes.starts_with(kind.magic); }

}  // namespace hygie::remote_access
