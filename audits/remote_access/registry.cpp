// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/registry.hpp"

#include "audits/remote_access/checks/support.hpp"
#include "core/embedded.hpp"

namespace hygie::remote_access {
namespace {

HYGIE_EMBEDDED(catalogue_remote_access)

const std::vector<Check>& table() {
  using enum Part;
  static const std::vector<Check> checks{
      // contract
      {"RAC-CONTRACT-MISSING", &contract_missing, {register_}},
      {"RAC-CONTRACT-ENDED", &contract_ended, {register_}},
      {"RAC-ACCESS-AFTER-CONTRACT", &access_after_contract, {register_}},
      {"RAC-CONTRACT-PALIER", &contract_palier, {register_}},
      {"RAC-ASSURANCE-PLAN", &assurance_plan, {register_}},
      {"RAC-SERVICE-AGREEMENT", &service_agreement, {register_}},
      {"RAC-CLAUSE-AUDIT", &clause_audit, {register_}},
      {"RAC-CLAUSE-INCIDENT", &clause_incident, {register_}},
      {"RAC-CLAUSE-REPORT", &clause_report, {register_}},
      {"RAC-CLAUSE-TRACES", &clause_traces, {register_}},
      {"RAC-CLAUSE-REVERSIBILITY", &clause_reversibility, {register_}},
      {"RAC-CLAUSE-SUBCONTRACTING", &clause_subcontracting, {register_}},
      {"RAC-CLAUSE-ERASURE", &clause_erasure, {register_}},
      // vendors
      {"RAC-VENDOR-CONTACT", &vendor_contact, {register_}},
      {"RAC-VENDOR-SECURITY", &vendor_security_contact, {register_}},
      {"RAC-OWNER", &access_owner, {register_}},
      {"RAC-VENDOR-PAMS", &vendor_pams, {register_}},
      {"RAC-SUBCONTRACTOR", &subcontractor_unapproved, {register_}},
      {"RAC-HEALTH-DATA-ABROAD", &health_data_abroad, {register_}},
      {"RAC-CONNECTS-ABROAD", &connects_from_abroad, {register_}},
      {"RAC-VENDOR-INCIDENT", &vendor_incident, {register_}},
      // opening
      {"RAC-OPENING-PERMANENT", &opening_permanent, {register_}},
      {"RAC-WINDOWS", &windows_missing, {register_}},
      {"RAC-OPENING-CLOSES", &never_closes, {register_}},
      {"RAC-TICKET", &ticket_not_required, {register_}},
      {"RAC-EMERGENCY-PROCEDURE", &emergency_procedure, {register_}},
      {"RAC-OPENING-APPROVAL", &opening_unapproved, {register_}},
      {"RAC-OPENING-LENGTH", &opening_too_long, {register_}},
      {"RAC-EMERGENCY-REVIEW", &emergency_unreviewed, {register_}},
      // accounts
      {"RAC-ACCOUNT-NONE", &account_none, {register_}},
      {"RAC-MFA-INTERNET", &second_factor_internet, {register_}},
      {"RAC-MFA", &second_factor_missing, {register_}},
      {"RAC-MFA-SMS", &second_factor_sms, {register_}},
      {"RAC-ACCOUNT-SHARED", &account_shared, {register_}},
      {"RAC-ACCOUNT-REUSED", &account_on_two_accesses, {register_}},
      {"RAC-SECRET-REUSED", &secret_on_two_accesses, {register_}},
      {"RAC-ACCOUNT-PRIVILEGED", &account_privileged, {register_}},
      {"RAC-ACCOUNT-DIRECTORY", &account_main_directory, {register_}},
      {"RAC-SECRET-OLD", &secret_old, {register_}},
      {"RAC-ACCOUNT-PERMANENT", &account_permanent, {register_}},
      {"RAC-ACCOUNT-AFTER-END", &account_after_end, {register_}},
      // approval
      {"RAC-APPROVAL", &not_approved, {register_}},
      {"RAC-EXPIRY", &expiry_missing, {register_}},
      {"RAC-EXPIRED", &access_expired, {register_}},
      {"RAC-REVIEW", &review_overdue, {register_}},
      {"RAC-UNUSED", &access_unused, {register_}},
      {"RAC-CARE-IMPACT", &care_impact_missing, {register_}},
      // traces
      {"RAC-RECORDING", &not_recorded, {register_}},
      {"RAC-RECORDING-OWNER", &recorded_by_vendor, {register_}},
      {"RAC-RECORDING-KEPT", &recordings_kept, {register_}},
      {"RAC-LOGS", &logs_not_central, {register_}},
      {"RAC-LOGS-KEPT", &logs_kept, {register_}},
      {"RAC-USER-CONSENT", &user_unasked, {register_}},
      // path
      {"RAC-DIRECT", &direct_access, {register_}},
      {"RAC-ENTRY-POINT", &entry_point_unwritten, {register_}},
      {"RAC-RELAY", &relay_tool, {register_}},
      {"RAC-NO-BREAK", &no_break, {register_}},
      {"RAC-SOURCES", &sources_open, {register_}},
      {"RAC-FLOWS", &flows_open, {register_}},
      {"RAC-CLEAR", &protocol_in_clear, {register_}},
      {"RAC-VPN-KIND", &vpn_not_ipsec, {register_}},
      {"RAC-HOST-KEYS", &host_keys_undeclared, {register_}},
      // interventions
      {"RAC-REPORT", &report_missing, {register_}},
      {"RAC-OUTSIDE-WINDOW", &outside_window, {register_}},
      {"RAC-INTERVENTION-TICKET", &ticket_missing, {register_}},
      {"RAC-INTERVENTION-OPERATOR", &operator_unknown, {register_}},
      {"RAC-INTERVENTION-ACCOUNT", &account_undeclared, {register_}},
      {"RAC-INTERVENTION-RECORDING", &recording_missing, {register_}},
      // crisis
      {"RAC-CUT-OFF", &cut_off_missing, {register_}},
      {"RAC-CUT-OFF-TEST", &cut_off_untested, {register_}},
      // ssh_door
      {"RAC-SSH-CLOSED-ANSWERS", &ssh_closed_answers, {register_, ssh}},
      {"RAC-SSH-DEAD", &ssh_dead, {register_, ssh}},
      {"RAC-SSH-OTHER-SERVICE", &ssh_other_service, {register_, ssh}},
      {"RAC-SSH-PROTOCOL-1", &ssh_protocol_1, {register_, ssh}},
      {"RAC-SSH-NO-BANNER", &ssh_no_banner, {register_, ssh}},
      // ssh_algorithms
      {"RAC-SSH-EXCHANGE-WEAK", &ssh_exchange_weak, {register_, ssh}},
      {"RAC-SSH-EXCHANGE-AGEING", &ssh_exchange_ageing, {register_, ssh}},
      {"RAC-SSH-HOST-KEY-WEAK", &ssh_host_key_weak, {register_, ssh}},
      {"RAC-SSH-CIPHER-WEAK", &ssh_cipher_weak, {register_, ssh}},
      {"RAC-SSH-CIPHER-AGEING", &ssh_cipher_ageing, {register_, ssh}},
      {"RAC-SSH-MAC-WEAK", &ssh_mac_weak, {register_, ssh}},
      {"RAC-SSH-MAC-AGEING", &ssh_mac_ageing, {register_, ssh}},
      {"RAC-SSH-UNKNOWN-ALGORITHM", &ssh_unknown_algorithm, {register_, ssh}},
      {"RAC-SSH-NOT-QUANTUM-SAFE", &ssh_not_quantum_safe, {register_, ssh}},
      {"RAC-SSH-GROUP-SMALL", &ssh_group_small, {register_, ssh}},
      {"RAC-SSH-GROUP-AGEING", &ssh_group_ageing, {register_, ssh}},
      {"RAC-SSH-TERRAPIN", &ssh_terrapin, {register_, ssh}},
      {"RAC-SSH-COMPRESSION", &ssh_compression, {register_, ssh}},
      // ssh_keys
      {"RAC-SSH-RSA-SMALL", &ssh_rsa_small, {register_, ssh}},
      {"RAC-SSH-RSA-AGEING", &ssh_rsa_ageing, {register_, ssh}},
      {"RAC-SSH-FINGERPRINT", &ssh_fingerprint, {register_, ssh}},
      {"RAC-SSH-KEY-SHARED", &ssh_key_shared, {register_, ssh}},
      {"RAC-SSH-CERTIFICATE", &ssh_certificate, {register_, ssh}},
      // ssh_sign_in
      {"RAC-SSH-NO-PROOF", &ssh_without_proof, {register_, ssh}},
      {"RAC-SSH-PASSWORD", &ssh_password, {register_, ssh}},
      {"RAC-SSH-INTERACTIVE-ALONE", &ssh_interactive_alone, {register_, ssh}},
      {"RAC-SSH-HOST-BASED", &ssh_host_based, {register_, ssh}},
      {"RAC-SSH-FACTOR-UNSEEN", &ssh_factor_unseen, {register_, ssh}},
  };
  return checks;
}

}  // namespace

std::span<const Check> registry() { return table(); }

core::Result<core::Catalogue> catalogue() { return core::Catalogue::parse(catalogue_remote_access()); }

core::Findings run_check(const Check& check, const RemoteAccessFacts& facts, const core::Params& params) {
  return core::run_domain_check(check, facts, params, [&](core::Verdict verdict, core::Evidence evidence) {
    return on_whole(facts, verdict, std::move(evidence));
  });
}

}  // namespace hygie::remote_access
