// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/builder_state.hpp"
#include "audits/directory/read/certificate.hpp"
#include "core/decide.hpp"

namespace hygie::directory {
namespace {

/// Version 3 and 4 templates write several settings in one value, "name`type`value`name`type`value`" (MS-WCCE 3.1.1.4);
/// the application policies are one of them.
std::string_view application_policies_of(std::string_view value) {
  if (value.find('`') == std::string_view::npos) return value;
  constexpr std::string_view key = "msPKI-RA-Application-Policies`PZPWSTR`";
  const auto at = value.find(key);
  if (at == std::string_view::npos) return {};
  value.remove_prefix(at + key.size());
  return value.substr(0, value.find('`'));
}

bool stands_below(std::string_view dn, std::string_view container) {
  const auto above = parent_name(dn);
  return above.size() >= container.size() && same_name(above.substr(0, container.size()), container);
}

}  // namespace

void FactsBuilder::State::add_certificates(const EntryView& entry, Attribute attribute, CertificateFacts::Where where,
                                           NameRef holder) {
  for (const auto value : entry.all(attribute)) {
    if (value.size() <= 1) continue;  // an empty authority holds one zero byte
    auto certificate = read_certificate(as_bytes(value), facts.text);
    certificate.holder = holder;
    certificate.where = where;
    if (certificate.key == CertificateFacts::Key::undecodable) note_malformed(attribute, entry.dn());
    facts.certificates.push_back(certificate);
  }
}

void FactsBuilder::State::add_template(const EntryView& entry) {
  CertificateTemplate one;
  fill(one, entry);
  one.name = facts.text.keep(first_value(entry.dn()));
  one.display_name = keep(entry, Attribute::display_name);
  const auto name_flag = number(entry, Attribute::template_name_flag);
  const auto enrolment_flag = number(entry, Attribute::template_enrolment_flag);
  one.readable = name_flag && enrolment_flag;
  one.name_flag = name_flag.value_or(0);
  one.enrolment_flag = enrolment_flag.value_or(0);
  one.private_key_flag = number_or(entry, Attribute::template_key_flag, 0);
  one.schema_version = number_or(entry, Attribute::template_schema_version, 1);
  one.ra_signatures = number_or(entry, Attribute::template_ra_signature, 0);
  one.extended_usages = keep_all(entry, Attribute::extended_key_usage);
  one.application_policies = keep_all(entry, Attribute::template_application_policy);
  one.issuance_policies = keep_all(entry, Attribute::template_issuance_policy);
  one.ra_policies = keep_all(entry, Attribute::template_ra_policies);
  for (const auto value : entry.all(Attribute::template_ra_application_policies))
    if (const auto policy = application_policies_of(value); !policy.empty())
      one.ra_policies.push_back(facts.text.keep(policy));
  facts.templates.push_back(std::move(one));
}

void FactsBuilder::State::add_enrolment_service(const EntryView& entry) {
  EnrolmentService service;
  fill(service, entry);
  service.name = facts.text.keep(first_value(entry.dn()));
  service.dns_host = keep(entry, Attribute::dns_host_name);
  service.templates = keep_all(entry, Attribute::certificate_templates);
  const auto before = facts.certificates.size();
  add_certificates(entry, Attribute::ca_certificate, CertificateFacts::Where::enrolment, service.dn);
  if (facts.certificates.size() > before) service.thumbprint = facts.certificates[before].thumbprint;
  facts.enrolment_services.push_back(std::move(service));
}

void FactsBuilder::State::add_authority(const EntryView& entry) {
  const bool nt_auth = same_name(first_value(entry.dn()), "NTAuthCertificates");
  const bool aia = stands_below(entry.dn(), "CN=AIA,");
  add_node(entry, nt_auth ? NodeKind::nt_auth : NodeKind::certification_authority);
  using Where = CertificateFacts::Where;
  add_certificates(entry, Attribute::ca_certificate,
                   nt_auth ? Where::nt_auth
                   : aia   ? Where::aia
                           : Where::authority,
                   facts.nodes.back().dn);
}

void FactsBuilder::State::add_enterprise_oid(const EntryView& entry) {
  // The same class names templates (flags 1) and application policies (3); issuance policies are 2.
  // The container of all of them has the class too, and no identifier of its own.
  if (!entry.has(Attribute::template_oid)) return add_node(entry, NodeKind::pki_container);
  const auto link = name(entry, Attribute::oid_to_group_link);
  if (number_or(entry, Attribute::flags, 0) != 2 && link == NameRef::none) return;
  add_node(entry, NodeKind::issuance_policy);
  IssuancePolicy policy;
  fill(policy, entry);
  policy.oid = keep(entry, Attribute::template_oid);
  policy.linked_group = link;
  facts.issuance_policies.push_back(policy);
}

}  // namespace hygie::directory
