// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/snapshot.hpp"

#include "core/i18n.hpp"
#include "core/store/facts_json.hpp"
#include "core/store/snapshot_file.hpp"
#include "net/observation_json.hpp"

#include <array>

namespace hygie {

using core::enum_of;
using nlohmann::json;

// Every field of every fact, once: what is written is what is read. A field of an older file that is not there keeps
// its default.
namespace exposure {

void to_json(json& out, Standing x) { out = static_cast<unsigned>(x); }
void from_json(const json& in, Standing& x) { x = enum_of<Standing, Standing::unresolved>(in); }
void to_json(json& out, Part x) { out = static_cast<unsigned>(x); }
void from_json(const json& in, Part& x) { x = enum_of<Part, Part::history>(in); }

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Name, name, sources, status, aliases, addresses, standing, dangling)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(UdpPort, port, state, reason, questions)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Host, address, names, asked, open, closed, filtered, unreachable,
                                                not_touched, not_asked, microseconds, limits_answers,
                                                answers_everywhere, lost, udp)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Product, vendor, name, version, cpe, package, source)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Service, address, port, transport, state, protocol, tls, identified,
                                                said, products, sources)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Certificate, sha256, subject, issuer, serial, names, not_before,
                                                not_after, key, key_bits, key_sha256, signature, self_signed, authority,
                                                must_staple, weak_roca, transparency, unreadable)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(TlsVersion, version, offered, suites, complete, server_order)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ServedChain, kind, name, certificates, trusted, missing, ordered,
                                                name_matches)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Tls, service, server_name, starttls, starttls_offered, versions, groups,
                                                groups_complete, dh_read, dh_bits, export_rsa_bits, dh_prime,
                                                signatures, signatures_complete, alpn, compression,
                                                secure_renegotiation, client_renegotiation, fallback_scsv,
                                                extended_master_secret, heartbeat, stapling, early_data,
                                                client_certificate_wanted, session_tickets, staple, heartbleed,
                                                ccs_injection, robot, ticketbleed, chains_read, chains, strict_name,
                                                other_name_certificate, ssl2_certificate, connections, connections_lost)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Cookie, name, secure, http_only, same_site)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(WebSign, kind, name, path, proof, said)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Site, url, service, host, tls, answered, status, redirects,
                                                redirect_end, headers, cookies, title, icon_md5, login_form, trace, put,
                                                webdav, proxies, foreign_origin, hsts, security_txt, missing_page,
                                                searched, signs, products)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ServerAddress, address, answers, serial, transfer, recursion, version)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(NameServer, name, addresses, resolved, answers, serial, transfer,
                                                recursion, version, asked, dangling)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Zone, name, exists, servers, signed_zone, valid, algorithms,
                                                signature_ends, caa, caa_found, wildcard, private_addresses,
                                                look_alikes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CaaSet, name, at, found, records)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Issued, issuer, serial, names, not_after)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Exchanger, name, preference, addresses, resolved, tlsa, service,
                                                starttls, relays, verifies, dane, dangling)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(DkimKey, selector, found, key, bits, testing, revoked)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(MailDomain, name, exchangers, null_mx, mx_found, spf, spf_record,
                                                spf_all, spf_lookups, spf_voids, spf_faults, dmarc, dmarc_record,
                                                dmarc_policy, dmarc_subdomain_policy, dmarc_missing_name_policy,
                                                dmarc_domain, dmarc_rule, dmarc_organisation, dmarc_older_organisation,
                                                dmarc_older_domain, dmarc_older_policy, dmarc_faults, dkim, mta_sts,
                                                mta_sts_policy, tls_reporting, mta_sts_mode, mta_sts_faults)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Feed, name, dated, imported, records, sha256)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Vulnerability, service, vendor, product, version, cve, confirmed, why,
                                                cvss, epss, kev_added, kev_due, ransomware)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(LifeCycle, service, vendor, product, version, cycle, ends, latest,
                                                ended)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(VersionlessRisk, service, vendor, product, exploited)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Asset, id, name, addresses, services, owner, purpose, product, version,
                                                key_sha256, until, care, second_factor, fragile, host_name,
                                                host_country, host_consent, health_data, hds_certificate, hds_until,
                                                hds_activities, where)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(EarlierRun, id, finished, level, complete, services)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Imported, tool, rule, title, severity, target, cves, seen)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Origin, establishment, source, vantage, scope_sha256, started, rate,
                                                left_out, addresses, domains, resumes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PortsRead, address, tcp, udp, microseconds, limits_answers, lost,
                                                decoys_asked, decoys_open)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Unfinished, establishment, asked_sha256, steps, ports)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ExposureFacts, origin, collected_at, names, hosts, services,
                                                certificates, tls, sites, zones, mail, caa_sets, issued, feeds,
                                                vulnerabilities, life_cycles, versionless, inventory, earlier, imported,
                                                not_asked, gaps, unfinished)

namespace {
constexpr core::SnapshotKind kind{"HYGIEEXP", 1, core::msgid("this is not a snapshot of an exposure")};
}

std::string write_snapshot(const ExposureFacts& facts) {
  // What came from outside may not be UTF-8: it is replaced rather than refused.
  const auto text = json(facts).dump(-1, ' ', false, json::error_handler_t::replace);
  return core::pack_snapshot(kind, std::array<std::string_view, 1>{text});
}

core::Result<ExposureFacts> read_snapshot(std::string_view bytes) {
  const auto parts = core::unpack_snapshot(bytes, kind, 1);
  if (!parts) return tl::make_unexpected(parts.error());
  try {
    return json::parse(parts->front().view()).get<ExposureFacts>();
  } catch (const std::exception&) {
    return tl::make_unexpected(core::damaged_snapshot());
  }
}

bool is_snapshot(std::string_view bytes) { return bytes.starts_with(kind.magic); }

}  // namespace exposure
}  // namespace hygie
