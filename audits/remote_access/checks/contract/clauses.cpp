// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/checks/support.hpp"

namespace hygie::remote_access {
namespace {

Findings by_clause(const RemoteAccessFacts& facts, Said Contract::*clause, std::string_view key) {
  return for_accesses(facts, [&](const Access& access) { return by_said(access.contract.*clause, key); });
}

}  // namespace

Findings clause_audit(const RemoteAccessFacts& facts, const Params&) {
  return by_clause(facts, &Contract::audit, "contract: audit_clause");
}

Findings clause_incident(const RemoteAccessFacts& facts, const Params&) {
  return by_clause(facts, &Contract::incident_notice, "contract: incident_notice");
}

Findings clause_report(const RemoteAccessFacts& facts, const Params&) {
  return by_clause(facts, &Contract::report, "contract: report_clause");
}

Findings clause_traces(const RemoteAccessFacts& facts, const Params&) {
  return by_clause(facts, &Contract::traces, "contract: trace_clause");
}

Findings clause_reversibility(const RemoteAccessFacts& facts, const Params&) {
  return by_clause(facts, &Contract::reversibility, "contract: reversibility_clause");
}

Findings clause_subcontracting(const RemoteAccessFacts& facts, const Params&) {
  return by_clause(facts, &Contract::subcontracting, "contract: subcontracting_clause");
}

Findings clause_erasure(const RemoteAccessFacts& facts, const Params&) {
  return by_clause(facts, &Contract::data_erasure, "contract: data_erasure_clause");
}

}  // namespace hygie::remote_access
