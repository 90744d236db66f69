// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the hospital declares of its suppliers' accesses: the register, as the register says it. Words are those of
/// core/schema/register.schema.json; an empty text, an absent instant or flag is what nobody wrote.
namespace hygie::remote_access {

/// Yes, no, or not said.
enum class Said : std::uint8_t { nothing, no, yes };

/// A vendor's own incident, and whether this hospital was hit (reference: RSSI duty of Clausier O-9.15).
struct VendorIncident {
  core::OptionalInstant on = {};
  std::string what = {};
  std::vector<std::string> entities = {};  // what of the hospital is concerned
  core::OptionalInstant closed = {};
};

struct Subcontractor {
  std::string name = {}, country = {};
  Said approved = Said::nothing;
};

struct Vendor {
  std::string name = {}, country = {};
  std::string contact_24x7 = {}, security_contact = {};
  std::string pams = {};  // "none", "declared", "qualified": ANSSI's requirements for administration and maintenance
  core::OptionalInstant pams_on = {};
  std::vector<Subcontractor> subcontractors = {};
  std::vector<VendorIncident> incidents = {};
};

struct Contract {
  std::string reference = {};
  core::OptionalInstant start = {}, end = {};
  std::string palier = {};  // "1", "2", "none": of the PGSSI-S rules on remote interventions, as the vendor states it
  std::string assurance_plan = {};
  core::OptionalInstant assurance_plan_accepted = {};
  std::string service_agreement = {};
  Said audit = Said::nothing, incident_notice = Said::nothing, report = Said::nothing, traces = Said::nothing,
       reversibility = Said::nothing, subcontracting = Said::nothing, data_erasure = Said::nothing;
  std::string data_location = {};  // a country, or "EU"
};

struct System {
  std::string name = {}, kind = {};
  std::vector<std::string> hosts = {}, services = {};  // addresses or names; the care services that live from it
  int criticality = 0;                                 // 1 (care stops) to 4 (comfort); 0: not said
  Said health_data = Said::nothing;
  std::string impact = {};  // what stops in care when it is cut off
};

struct Door {
  std::string kind = {};  // "bastion", "vpn", "vendor-gateway", "cloud-relay", "direct"
  std::string host = {};
  std::uint16_t port = 0;
  std::vector<std::string> host_keys = {};  // "SHA256:..."
  Said internet = Said::nothing;            // can it be reached from the internet?
  [[nodiscard]] std::string text() const { return port == 0 ? host : host + ":" + std::to_string(port); }
};

struct Flow {
  std::string to = {}, protocol = {};
  std::uint16_t port = 0;  // 0: any
};

struct Account {
  std::string name = {}, kind = {}, holder = {};  // "named", "shared", "service"
  std::string directory = {};                     // "local", "ad-vendor", "ad-main"
  std::string second_factor = {};                 // "totp", "fido2", "cert", "push", "sms", "none"
  std::string privilege = {};                     // "user", "sudo", "root", "domain-admin"
  std::string state = {};                         // "on-demand", "permanent", "disabled"
  core::OptionalInstant secret_changed = {};
  std::vector<std::string> keys = {};  // "SHA256:..."
  Said secret_elsewhere = Said::nothing;
};

/// Days and hours in which an access may be used, week after week. Minutes of the local day of `zone`; `until` after
/// `from`, at most 1440.
struct WeeklyWindow {
  std::uint8_t days = 0;  // bit 0: Monday
  int from = 0, until = 0;
  std::string zone = {};  // of the tz database
};

/// One opening that was asked for and granted.
struct Opening {
  core::OptionalInstant from = {}, until = {};
  std::string asked_by = {}, approved_by = {}, ticket = {}, reason = {};
  bool emergency = false;
  core::OptionalInstant reviewed = {};
  std::string reviewed_by = {};
};

struct Intervention {
  core::OptionalInstant start = {}, end = {};
  std::string ticket = {}, operator_name = {}, account = {}, report = {}, recording = {};
  core::OptionalInstant report_on = {};
};

struct Recording {
  std::string kind = {};   // "video", "tty", "commands", "none"
  std::string owner = {};  // "establishment", "vendor"
  std::string store = {};
  std::optional<int> retention_days = {};
};

struct Logs {
  Said central = Said::nothing;
  std::string collector = {};
  std::optional<int> retention_days = {};
};

struct Access {
  std::string id = {}, category = {};  // "telesurveillance", "telemaintenance", "teleassistance"
  std::string purpose = {}, owner = {}, protocol = {};
  Vendor vendor = {};
  Contract contract = {};
  std::vector<System> systems = {};
  Door door = {};
  std::vector<std::string> path = {};
  std::vector<std::string> sources = {}, countries = {};
  std::vector<Flow> flows = {};
  std::vector<Account> accounts = {};
  std::string opening = {};  // "on-demand", "scheduled", "permanent"
  std::string opened_by = {};
  Said ticket_required = Said::nothing;
  std::optional<int> closes_after_minutes = {};
  std::vector<WeeklyWindow> windows = {};
  std::vector<Opening> openings = {};
  Said emergency = Said::nothing;
  std::string emergency_procedure = {}, emergency_approver = {};
  Recording recording = {};
  Logs logs = {};
  Said user_consents = Said::nothing, user_can_interrupt = Said::nothing, users_trained = Said::nothing;
  std::string approved_by = {}, approval_reference = {};
  core::OptionalInstant approved_on = {};
  core::OptionalInstant expires = {}, reviewed = {}, next_review = {};
  std::string reviewed_by = {};
  Said closed = Said::nothing;  // the register says that it was closed for good
  std::vector<Intervention> interventions = {};
  std::string where = {};  // FILE:LINE:COL

  [[nodiscard]] bool health_data() const;
};

/// How all accesses are cut off in a crisis.
struct CutOff {
  std::string procedure = {}, decided_by = {};
  core::OptionalInstant last_test = {};
  std::optional<int> minutes = {};  // measured in that test
};

struct Register {
  std::vector<Access> accesses = {};  // in the file's order
  CutOff cut_off = {};
};

}  // namespace hygie::remote_access
