// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/checks/support.hpp"

namespace hygie::directory {

/// Bits of msPKI-Certificate-Name-Flag and msPKI-Enrollment-Flag (MS-CRTD 2.26, 2.27).
namespace template_flags {
inline constexpr std::uint32_t requester_names_subject = 0x1, requester_names_alternative = 0x10000,
                               manager_approval = 0x2, no_security_extension = 0x80000;
}  // namespace template_flags

/// Extended key usages (MS-WCCE, RFC 5280 4.2.1.12).
namespace usage {
inline constexpr std::string_view any = "2.5.29.37.0", enrolment_agent = "1.3.6.1.4.1.311.20.2.1",
                                  server_authentication = "1.3.6.1.5.5.7.3.1";
}  // namespace usage

/// True when an authority of the forest issues the template.
[[nodiscard]] bool is_published(const DirectoryFacts& facts, const CertificateTemplate& one);
/// True when such an authority is trusted for logon (NTAuthCertificates), or when that could not be read.
[[nodiscard]] bool is_published_for_logon(const DirectoryFacts& facts, const CertificateTemplate& one);
[[nodiscard]] bool has_usage(const CertificateTemplate& one, std::string_view oid);
/// No usage at all, or any purpose: the certificate serves for everything.
[[nodiscard]] bool serves_for_all(const CertificateTemplate& one);
/// The certificate opens a session: client authentication, smart card logon, PKINIT, or all purposes.
[[nodiscard]] bool opens_sessions(const CertificateTemplate& one);
/// Neither a manager's approval nor an agent's signature stands between a request and the certificate.
[[nodiscard]] bool issues_at_once(const CertificateTemplate& one);
[[nodiscard]] bool requester_chooses_name(const CertificateTemplate& one);

/// Who may enrol beyond tier zero, by name; everybody where there is no access list.
[[nodiscard]] std::string enroller_names(const DirectoryFacts& facts, const SecurityDescriptor& descriptor);

[[nodiscard]] std::vector<const CertificateTemplate*> published_templates(const DirectoryFacts& facts);

/// The published templates that `is_bad` recognises and in which somebody beyond tier zero may enrol: the name of the
/// template and who may. Without an authority the answer is not_applicable; flags or rights not read are unknown.
template <class IsBad>
Findings judge_templates(const DirectoryFacts& facts, IsBad&& is_bad) {
  if (facts.enrolment_services.empty()) return on_domain(facts, Verdict::not_applicable);
  Findings found;
  const auto templates = published_templates(facts);
  for (const auto* one : templates) {
    const auto* descriptor = facts.descriptor(one->descriptor);
    if (!one->readable || descriptor == nullptr) {
      found.push_back(not_read(facts, one->dn, one->readable ? "nTSecurityDescriptor" : "msPKI-Certificate-Name-Flag"));
    } else if (is_bad(*one)) {
      auto names = enroller_names(facts, *descriptor);
      if (!names.empty()) found.push_back(on(facts, Verdict::fail, one->dn, {{"trustees", std::move(names)}}));
    }
  }
  return or_pass(std::move(found), facts, templates.size());
}

}  // namespace hygie::directory
