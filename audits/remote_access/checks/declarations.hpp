// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/finding.hpp"
#include "core/params.hpp"

/// Every check of the domain, by theme: pure functions of the facts.
namespace hygie::remote_access {

struct RemoteAccessFacts;

// contract
core::Findings contract_missing(const RemoteAccessFacts&, const core::Params&);
core::Findings contract_ended(const RemoteAccessFacts&, const core::Params&);
core::Findings access_after_contract(const RemoteAccessFacts&, const core::Params&);
core::Findings contract_palier(const RemoteAccessFacts&, const core::Params&);
core::Findings assurance_plan(const RemoteAccessFacts&, const core::Params&);
core::Findings service_agreement(const RemoteAccessFacts&, const core::Params&);
core::Findings clause_audit(const RemoteAccessFacts&, const core::Params&);
core::Findings clause_incident(const RemoteAccessFacts&, const core::Params&);
core::Findings clause_report(const RemoteAccessFacts&, const core::Params&);
core::Findings clause_traces(const RemoteAccessFacts&, const core::Params&);
core::Findings clause_reversibility(const RemoteAccessFacts&, const core::Params&);
core::Findings clause_subcontracting(const RemoteAccessFacts&, const core::Params&);
core::Findings clause_erasure(const RemoteAccessFacts&, const core::Params&);
// vendors
core::Findings vendor_contact(const RemoteAccessFacts&, const core::Params&);
core::Findings vendor_security_contact(const RemoteAccessFacts&, const core::Params&);
core::Findings access_owner(const RemoteAccessFacts&, const core::Params&);
core::Findings vendor_pams(const RemoteAccessFacts&, const core::Params&);
core::Findings subcontractor_unapproved(const RemoteAccessFacts&, const core::Params&);
core::Findings health_data_abroad(const RemoteAccessFacts&, const core::Params&);
core::Findings connects_from_abroad(const RemoteAccessFacts&, const core::Params&);
core::Findings vendor_incident(const RemoteAccessFacts&, const core::Params&);
// opening
core::Findings opening_permanent(const RemoteAccessFacts&, const core::Params&);
core::Findings windows_missing(const RemoteAccessFacts&, const core::Params&);
core::Findings never_closes(const RemoteAccessFacts&, const core::Params&);
core::Findings ticket_not_required(const RemoteAccessFacts&, const core::Params&);
core::Findings emergency_procedure(const RemoteAccessFacts&, const core::Params&);
core::Findings opening_unapproved(const RemoteAccessFacts&, const core::Params&);
core::Findings opening_too_long(const RemoteAccessFacts&, const core::Params&);
core::Findings emergency_unreviewed(const RemoteAccessFacts&, const core::Params&);
// accounts
core::Findings account_none(const RemoteAccessFacts&, const core::Params&);
core::Findings second_factor_internet(const RemoteAccessFacts&, const core::Params&);
core::Findings second_factor_missing(const RemoteAccessFacts&, const core::Params&);
core::Findings second_factor_sms(const RemoteAccessFacts&, const core::Params&);
core::Findings account_shared(const RemoteAccessFacts&, const core::Params&);
core::Findings account_on_two_accesses(const RemoteAccessFacts&, const core::Params&);
core::Findings secret_on_two_accesses(const RemoteAccessFacts&, const core::Params&);
core::Findings account_privileged(const RemoteAccessFacts&, const core::Params&);
core::Findings account_main_directory(const RemoteAccessFacts&, const core::Params&);
core::Findings secret_old(const RemoteAccessFacts&, const core::Params&);
core::Findings account_permanent(const RemoteAccessFacts&, const core::Params&);
core::Findings account_after_end(const RemoteAccessFacts&, const core::Params&);
// approval
core::Findings not_approved(const RemoteAccessFacts&, const core::Params&);
core::Findings expiry_missing(const RemoteAccessFacts&, const core::Params&);
core::Findings access_expired(const RemoteAccessFacts&, const core::Params&);
core::Findings review_overdue(const RemoteAccessFacts&, const core::Params&);
core::Findings access_unused(const RemoteAccessFacts&, const core::Params&);
core::Findings care_impact_missing(const RemoteAccessFacts&, const core::Params&);
// traces
core::Findings not_recorded(const RemoteAccessFacts&, const core::Params&);
core::Findings recorded_by_vendor(const RemoteAccessFacts&, const core::Params&);
core::Findings recordings_kept(const RemoteAccessFacts&, const core::Params&);
core::Findings logs_not_central(const RemoteAccessFacts&, const core::Params&);
core::Findings logs_kept(const RemoteAccessFacts&, const core::Params&);
core::Findings user_unasked(const RemoteAccessFacts&, const core::Params&);
// path
core::Findings direct_access(const RemoteAccessFacts&, const core::Params&);
core::Findings entry_point_unwritten(const RemoteAccessFacts&, const core::Params&);
core::Findings relay_tool(const RemoteAccessFacts&, const core::Params&);
core::Findings no_break(const RemoteAccessFacts&, const core::Params&);
core::Findings sources_open(const RemoteAccessFacts&, const core::Params&);
core::Findings flows_open(const RemoteAccessFacts&, const core::Params&);
core::Findings protocol_in_clear(const RemoteAccessFacts&, const core::Params&);
core::Findings vpn_not_ipsec(const RemoteAccessFacts&, const core::Params&);
core::Findings host_keys_undeclared(const RemoteAccessFacts&, const core::Params&);
// interventions
core::Findings report_missing(const RemoteAccessFacts&, const core::Params&);
core::Findings outside_window(const RemoteAccessFacts&, const core::Params&);
core::Findings ticket_missing(const RemoteAccessFacts&, const core::Params&);
core::Findings operator_unknown(const RemoteAccessFacts&, const core::Params&);
core::Findings account_undeclared(const RemoteAccessFacts&, const core::Params&);
core::Findings recording_missing(const RemoteAccessFacts&, const core::Params&);
// crisis
core::Findings cut_off_missing(const RemoteAccessFacts&, const core::Params&);
core::Findings cut_off_untested(const RemoteAccessFacts&, const core::Params&);
// ssh_door
core::Findings ssh_closed_answers(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_dead(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_other_service(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_protocol_1(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_no_banner(const RemoteAccessFacts&, const core::Params&);
// ssh_algorithms
core::Findings ssh_exchange_weak(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_exchange_ageing(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_host_key_weak(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_cipher_weak(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_cipher_ageing(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_mac_weak(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_mac_ageing(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_unknown_algorithm(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_not_quantum_safe(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_group_small(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_group_ageing(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_terrapin(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_compression(const RemoteAccessFacts&, const core::Params&);
// ssh_keys
core::Findings ssh_rsa_small(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_rsa_ageing(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_fingerprint(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_key_shared(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_certificate(const RemoteAccessFacts&, const core::Params&);
// ssh_sign_in
core::Findings ssh_without_proof(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_password(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_interactive_alone(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_host_based(const RemoteAccessFacts&, const core::Params&);
core::Findings ssh_factor_unseen(const RemoteAccessFacts&, const core::Params&);

}  // namespace hygie::remote_access
