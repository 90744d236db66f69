// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/certificate_templates/templates.hpp"

#include <algorithm>
#include <array>

namespace hygie::directory {
namespace {

bool issues(const EnrolmentService& service, const CertificateTemplate& one) {
  return std::any_of(service.templates.begin(), service.templates.end(),
                     [&](std::string_view name) { return same_name(name, one.name); });
}

/// Templates of version 2 and later may say what they serve for in the application policies alone.
const std::vector<std::string_view>& usages(const CertificateTemplate& one) {
  return one.extended_usages.empty() ? one.application_policies : one.extended_usages;
}

}  // namespace

bool is_published(const DirectoryFacts& facts, const CertificateTemplate& one) {
  return std::any_of(facts.enrolment_services.begin(), facts.enrolment_services.end(),
                     [&](const EnrolmentService& service) { return issues(service, one); });
}

std::vector<const CertificateTemplate*> published_templates(const DirectoryFacts& facts) {
  std::vector<const CertificateTemplate*> templates;
  for (const auto& one : facts.templates)
    if (is_published(facts, one)) templates.push_back(&one);
  return templates;
}

bool is_published_for_logon(const DirectoryFacts& facts, const CertificateTemplate& one) {
  using Where = CertificateFacts::Where;
  const auto in_nt_auth = [&](std::string_view thumbprint) {
    return std::any_of(facts.certificates.begin(), facts.certificates.end(), [&](const CertificateFacts& certificate) {
      return certificate.where == Where::nt_auth && (thumbprint.empty() || certificate.thumbprint == thumbprint);
    });
  };
  const bool unread = !in_nt_auth({});
  return std::any_of(facts.enrolment_services.begin(), facts.enrolment_services.end(),
                     [&](const EnrolmentService& service) {
                       if (!issues(service, one)) return false;
                       return unread || service.thumbprint.empty() || in_nt_auth(service.thumbprint);
                     });
}

bool has_usage(const CertificateTemplate& one, std::string_view oid) {
  const auto& all = usages(one);
  return std::find(all.begin(), all.end(), oid) != all.end();
}

bool serves_for_all(const CertificateTemplate& one) { return usages(one).empty() || has_usage(one, usage::any); }

bool opens_sessions(const CertificateTemplate& one) {
  constexpr std::array<std::string_view, 3> logon{"1.3.6.1.5.5.7.3.2", "1.3.6.1.4.1.311.20.2.2", "1.3.6.1.5.2.3.4"};
  return serves_for_all(one) ||
         std::any_of(logon.begin(), logon.end(), [&](std::string_view oid) { return has_usage(one, oid); });
}

bool issues_at_once(const CertificateTemplate& one) {
  return (one.enrolment_flag & template_flags::manager_approval) == 0 && one.ra_signatures == 0;
}

bool requester_chooses_name(const CertificateTemplate& one) {
  using namespace template_flags;
  return (one.name_flag & (requester_names_subject | requester_names_alternative)) != 0;
}

std::string enroller_names(const DirectoryFacts& facts, const SecurityDescriptor& descriptor) {
  if (descriptor.null_dacl) return facts.principal_name(facts.sids.find(well_known::everyone()));
  std::string names;
  for (const auto who : enrollers(facts, descriptor)) names += (names.empty() ? "" : ", ") + facts.principal_name(who);
  return names;
}

}  // namespace hygie::directory
