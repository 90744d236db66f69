// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/support.hpp"

#include <algorithm>

namespace hygie::directory {
namespace {

using Where = CertificateFacts::Where;

/// True when an enrolment service of the forest has this certificate, or one with this name (renewed since).
bool is_of_forest(const DirectoryFacts& facts, const CertificateFacts& authority) {
  const auto& all = facts.certificates;
  return std::any_of(all.begin(), all.end(),
                     [&](const CertificateFacts& one) {
                       return one.where == Where::enrolment &&
                              (one.thumbprint == authority.thumbprint || one.subject == authority.subject);
                     }) ||
         std::any_of(facts.enrolment_services.begin(), facts.enrolment_services.end(),
                     [&](const EnrolmentService& one) { return one.thumbprint == authority.thumbprint; });
}

}  // namespace

Findings logon_authorities(const DirectoryFacts& facts, const Params&) {
  Findings found;
  std::size_t examined = 0;
  for (const auto& one : facts.certificates) {
    if (one.where != Where::nt_auth) continue;
    ++examined;
    const bool over = one.not_after && *one.not_after < facts.collected_at;  // an expired one issues nothing
    if (over || is_of_forest(facts, one)) continue;
    auto finding =
        on(facts, Verdict::fail, one.holder, {{"subject", std::string(one.subject)}, {"end", day(one.not_after)}});
    finding.object += " " + std::string(one.thumbprint);
    found.push_back(std::move(finding));
  }
  if (examined == 0) return on_domain(facts, Verdict::not_applicable);
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::directory
