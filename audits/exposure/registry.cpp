// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/registry.hpp"

#include "audits/exposure/checks/support.hpp"
#include "core/embedded.hpp"

#include <stdexcept>

namespace hygie::exposure {
namespace {

HYGIE_EMBEDDED(catalogue_exposure)

const std::vector<Check>& table() {
  using enum Part;
  static const std::vector<Check> checks{
      // remote_screens
      {"EXP-RDP-EXPOSED", &rdp_exposed, {ports, services}},
      {"EXP-RDP-NO-NLA", &rdp_without_nla, {ports, services}},
      {"EXP-VNC-EXPOSED", &vnc_exposed, {ports, services}},
      {"EXP-VNC-NO-PASSWORD", &vnc_without_password, {ports, services}},
      {"EXP-TELNET-EXPOSED", &telnet_exposed, {ports, services}},
      {"EXP-X11-OPEN", &x11_open, {ports, services}},
      {"EXP-X11-EXPOSED", &x11_exposed, {ports, services}},
      {"EXP-VNC-WEAK", &vnc_weak, {ports, services}},
      // file_sharing
      {"EXP-SMB-EXPOSED", &smb_exposed, {ports, services}},
      {"EXP-SMB1-ACCEPTED", &smb1_accepted, {ports, services}},
      {"EXP-SMB-SIGNING", &smb_signing, {ports, services}},
      {"EXP-NFS-EXPOSED", &nfs_exposed, {ports, services}},
      {"EXP-RSYNC-EXPOSED", &rsync_exposed, {ports, services}},
      {"EXP-RSYNC-MODULES", &rsync_modules, {ports, services}},
      {"EXP-TFTP-EXPOSED", &tftp_exposed, {ports, services}},
      {"EXP-FTP-CLEAR", &ftp_without_tls, {ports, services}},
      {"EXP-FTP-ANONYMOUS", &ftp_anonymous, {ports, services}},
      {"EXP-SMB-OLD-DIALECT", &smb_old_dialect, {ports, services}},
      {"EXP-SMB-ENCRYPTION", &smb_encryption, {ports, services}},
      {"EXP-NFS-EVERYONE", &nfs_for_everyone, {ports, services}},
      {"EXP-FTP-EXPOSED", &ftp_exposed, {ports, services}},
      // databases
      {"EXP-DATABASE-EXPOSED", &database_exposed, {ports, services}},
      {"EXP-REDIS-OPEN", &redis_open, {ports, services}},
      {"EXP-POSTGRESQL-TRUST", &postgresql_trust, {ports, services}},
      {"EXP-MONGODB-OPEN", &mongodb_open, {ports, services}},
      {"EXP-MEMCACHED-OPEN", &memcached_open, {ports, services}},
      {"EXP-MYSQL-CLEAR", &mysql_without_tls, {ports, services}},
      {"EXP-MSSQL-CLEAR", &mssql_encryption, {ports, services}},
      // directory_services
      {"EXP-LDAP-EXPOSED", &ldap_exposed, {ports, services}},
      {"EXP-LDAP-ANONYMOUS", &ldap_anonymous, {ports, services}},
      {"EXP-KERBEROS-EXPOSED", &kerberos_exposed, {ports, services}},
      {"EXP-MSRPC-EXPOSED", &msrpc_exposed, {ports, services}},
      {"EXP-CONTROLLER-EXPOSED", &controller_exposed, {ports, services}},
      // messaging
      {"EXP-MQTT-EXPOSED", &mqtt_exposed, {ports, services}},
      {"EXP-MQTT-OPEN", &mqtt_open, {ports, services}},
      {"EXP-MQTT-CLEAR", &mqtt_in_clear, {ports, services}},
      {"EXP-XMPP-CLEAR", &xmpp_in_clear, {ports, services}},
      // management
      {"EXP-SNMP-EXPOSED", &snmp_exposed, {ports, services}},
      {"EXP-SNMP-PUBLIC", &snmp_public, {ports, services}},
      {"EXP-IPMI-EXPOSED", &ipmi_exposed, {ports, services}},
      {"EXP-IPMI-CIPHER-ZERO", &ipmi_cipher_zero, {ports, services}},
      {"EXP-SMART-INSTALL", &smart_install_exposed, {ports, services}},
      {"EXP-WINBOX-EXPOSED", &winbox_exposed, {ports, services}},
      {"EXP-RAW-PRINT-EXPOSED", &raw_print_exposed, {ports}},
      {"EXP-AJP-EXPOSED", &ajp_exposed, {ports, services}},
      {"EXP-RPCBIND-EXPOSED", &rpcbind_exposed, {ports, services}},
      {"EXP-SOCKS-OPEN", &socks_open, {ports, services}},
      {"EXP-CAMERA-EXPOSED", &rtsp_exposed, {ports, services}},
      {"EXP-SIP-EXPOSED", &sip_exposed, {ports, services}},
      {"EXP-IPMI-ANONYMOUS", &ipmi_anonymous, {ports, services}},
      // amplification
      {"EXP-NTP-MONLIST", &ntp_monlist, {ports, services}},
      {"EXP-NTP-CONTROL", &ntp_control, {ports, services}},
      {"EXP-OPEN-RESOLVER", &open_resolver, {ports, services}},
      {"EXP-DISCOVERY-EXPOSED", &discovery_exposed, {ports, services}},
      {"EXP-AMPLIFIER", &amplifier, {ports, services}},
      {"EXP-DNS-VERSION", &dns_version, {ports, services}},
      // hospital
      {"EXP-DICOM-EXPOSED", &dicom_exposed, {ports, services}},
      {"EXP-DICOM-ANY-TITLE", &dicom_any_title, {ports, services}},
      {"EXP-DICOM-QUERY", &dicom_query, {ports, services}},
      {"EXP-DICOM-STORE", &dicom_storage, {ports, services}},
      {"EXP-HL7-EXPOSED", &hl7_exposed, {ports, services}},
      {"EXP-DICOM-CLEAR", &dicom_in_clear, {ports, services}},
      {"EXP-HL7-CLEAR", &hl7_in_clear, {ports, services}},
      {"EXP-DICOM-ECHO", &dicom_echo, {ports, services}},
      {"EXP-DICOM-CLIENT-CERTIFICATE", &dicom_client_certificate, {ports, services, Part::tls}},
      // industrial
      {"EXP-MODBUS-EXPOSED", &modbus_exposed, {ports, services}},
      {"EXP-S7-EXPOSED", &s7_exposed, {ports, services}},
      {"EXP-BACNET-EXPOSED", &bacnet_exposed, {ports, services}},
      {"EXP-ETHERNET-IP-EXPOSED", &ethernet_ip_exposed, {ports, services}},
      {"EXP-FOX-EXPOSED", &fox_exposed, {ports, services}},
      {"EXP-KNX-EXPOSED", &knx_exposed, {ports, services}},
      {"EXP-IEC104-EXPOSED", &iec104_exposed, {ports, services}},
      {"EXP-OPCUA-EXPOSED", &opcua_exposed, {ports, services}},
      {"EXP-KNX-PROGRAMMING", &knx_programming, {ports, services}},
      {"EXP-OPCUA-CLEAR", &opcua_without_security, {ports, services}},
      {"EXP-OPCUA-ANONYMOUS", &opcua_anonymous, {ports, services}},
      // vpn
      {"EXP-PPTP-EXPOSED", &pptp_exposed, {ports, services}},
      {"EXP-L2TP-EXPOSED", &l2tp_exposed, {ports, services}},
      {"EXP-OPENVPN-NO-TLS-AUTH", &openvpn_without_tls_auth, {ports, services}},
      {"EXP-IKE-VERSION-1", &ike_version_1, {ports, services}},
      {"EXP-IKE-WEAK", &ike_weak, {ports, services}},
      // mail_access
      {"EXP-IMAP-CLEAR", &imap_login_in_clear, {ports, services}},
      {"EXP-POP3-CLEAR", &pop3_login_in_clear, {ports, services}},
      {"EXP-SMTP-NO-STARTTLS", &smtp_without_starttls, {ports, services}},
      {"EXP-SMTP-AUTH-CLEAR", &smtp_auth_in_clear, {ports, services}},
      {"EXP-SMTP-VRFY", &smtp_vrfy, {ports, services}},
      {"EXP-IMAP-NO-PASSWORD", &imap_preauthenticated, {ports, services}},
      // ssh
      {"EXP-SSH-EXPOSED", &ssh_exposed, {ports, services}},
      {"EXP-SSH-VERSION-1", &ssh_version_1, {ports, services}},
      {"EXP-SSH-OLD-CIPHERS", &ssh_old_ciphers, {ports, services}},
      {"EXP-SSH-OLD-EXCHANGE", &ssh_old_exchange, {ports, services}},
      {"EXP-SSH-OLD-MACS", &ssh_old_macs, {ports, services}},
      {"EXP-SSH-DSA-KEY", &ssh_dsa_key, {ports, services}},
      {"EXP-SSH-TERRAPIN", &ssh_terrapin, {ports, services}},
      // inventory
      {"EXP-INV-NONE", &no_inventory, {inventory}},
      {"EXP-INV-UNDECLARED", &undeclared_service, {ports, inventory}},
      {"EXP-INV-VANISHED", &vanished_service, {ports, inventory}},
      {"EXP-INV-CHANGED", &changed_product, {services, inventory}},
      {"EXP-INV-EXPIRED", &expired_asset, {inventory}},
      {"EXP-INV-SHADOW-NAME", &shadow_name, {names, inventory}},
      {"EXP-SERVICE-UNIDENTIFIED", &unidentified_service, {ports, services}},
      {"EXP-HOST-ANSWERS-EVERYWHERE", &answers_everywhere, {ports}},
      {"EXP-IPV6-TWIN", &ipv6_twin, {ports, names}},
      {"EXP-SERVICE-LIST", &service_list, {ports}},
      {"EXP-IMPORTED-FINDING", &imported_finding, {inventory}},
      // hosting
      {"EXP-HDS-MISSING", &hds_missing, {inventory}},
      {"EXP-HDS-EXPIRED", &hds_expired, {inventory}},
      {"EXP-HOST-COUNTRY", &host_country, {inventory}},
      {"EXP-HOST-CONSENT", &host_consent, {inventory}},
      // history
      {"EXP-CHANGE-NEW", &new_service, {ports, history}},
      {"EXP-CHANGE-GONE", &gone_service, {ports, history}},
      {"EXP-CHANGE-REOPENED", &reopened_service, {ports, history}},
      {"EXP-RHYTHM", &rhythm, {history}},
      {"EXP-EVIDENCE-45-60", &evidence_pair, {history}},
      // web
      {"EXP-WEB-CLEAR", &web_clear, {web}},
      {"EXP-WEB-LOGIN-CLEAR", &web_login_clear, {web}},
      {"EXP-WEB-REDIRECT", &web_redirect, {web}},
      {"EXP-WEB-HSTS", &web_hsts, {web}},
      {"EXP-WEB-CSP", &web_csp, {web}},
      {"EXP-WEB-CSP-WEAK", &web_csp_weak, {web}},
      {"EXP-WEB-COOKIES", &web_cookie_secure, {web}},
      {"EXP-WEB-COOKIES-SCRIPT", &web_cookie_script, {web}},
      {"EXP-WEB-COOKIES-SAME-SITE", &web_cookie_same_site, {web}},
      {"EXP-WEB-FRAMES", &web_frames, {web}},
      {"EXP-WEB-SNIFFING", &web_sniffing, {web}},
      {"EXP-WEB-REFERRER", &web_referrer, {web}},
      {"EXP-WEB-VERSION", &web_version, {web}},
      {"EXP-WEB-TRACE", &web_trace, {web}},
      {"EXP-WEB-PUT", &web_put, {web}},
      {"EXP-WEB-DAV", &web_dav, {web}},
      {"EXP-WEB-OPEN-PROXY", &web_open_proxy, {web}},
      {"EXP-WEB-CORS", &web_cors, {web}},
      {"EXP-WEB-SECURITY-TXT", &web_security_txt, {web}},
      {"EXP-WEB-LISTING", &web_listing, {web}},
      {"EXP-WEB-SOURCE", &web_file_source, {web}},
      {"EXP-WEB-SECRET", &web_file_secret, {web}},
      {"EXP-WEB-BACKUP", &web_file_backup, {web}},
      {"EXP-WEB-STATUS", &web_status_page, {web}},
      {"EXP-WEB-DEFAULT", &web_default_page, {web}},
      // portals
      {"EXP-VPN-GATEWAY", &vpn_gateway, {web, inventory}},
      {"EXP-VPN-VERSION", &vpn_version, {web}},
      {"EXP-EXCHANGE-VERSION", &exchange_version, {web}},
      {"EXP-PORTAL-NO-SECOND-FACTOR", &second_factor, {web, inventory}},
      {"EXP-VPN-INTERNAL-ADDRESS", &internal_address, {web}},
      // consoles
      {"EXP-VPN-ADMIN", &gateway_admin, {web}},
      {"EXP-ADMIN-DATABASE", &database_admin, {web}},
      {"EXP-ADMIN-BOARD", &board_admin, {web}},
      {"EXP-ADMIN-CONSOLE", &console_exposed, {web}},
      {"EXP-ADMIN-EXCHANGE", &exchange_admin, {web}},
      {"EXP-ADMIN-WINRM", &winrm_exposed, {web}},
      {"EXP-ADMIN-HYPERVISOR", &hypervisor_exposed, {web}},
      {"EXP-ADMIN-BACKUP", &backup_exposed, {web}},
      {"EXP-ADMIN-HELP", &help_exposed, {web}},
      {"EXP-API-SEARCH", &search_open, {web}},
      {"EXP-API-DOCKER", &docker_open, {web}},
      {"EXP-API-KUBERNETES", &kubernetes_open, {web}},
      {"EXP-API-CLUSTER", &cluster_open, {web}},
      {"EXP-API-METRICS", &metrics_open, {web}},
      {"EXP-API-OPEN", &interface_open, {web}},
      {"EXP-API-EXPOSED", &interface_exposed, {web}},
      // health_web
      {"EXP-ORTHANC-OPEN", &orthanc_open, {web}},
      {"EXP-ORTHANC-EXPOSED", &orthanc_exposed, {web}},
      {"EXP-DICOMWEB-OPEN", &dicomweb_open, {web}},
      {"EXP-FHIR-OPEN", &fhir_open, {web}},
      {"EXP-MIRTH-EXPOSED", &mirth_exposed, {web}},
      {"EXP-HEALTH-OPEN", &health_open, {web}},
      {"EXP-VIEWER-EXPOSED", &viewer_exposed, {web}},
      {"EXP-PRINT-EXPOSED", &print_exposed, {web}},
      // flaws
      {"EXP-FLAW-CRITICAL", &flaws_critical, {services, feeds}},
      {"EXP-FLAW-HIGH", &flaws_high, {services, feeds}},
      {"EXP-FLAW-MEDIUM", &flaws_medium, {services, feeds}},
      {"EXP-END-OF-LIFE", &end_of_life, {services, feeds}},
      {"EXP-VERSION-UNKNOWN", &version_unknown, {services, feeds}},
      {"EXP-FEEDS-STALE", &feeds_stale, {feeds}},
      {"EXP-FEEDS-NONE", &no_feeds, {services}},
      // tls_protocols
      {"EXP-TLS-SSL2", &tls_ssl2, {services, Part::tls}},
      {"EXP-TLS-SSL3", &tls_ssl3, {services, Part::tls}},
      {"EXP-TLS-TLS10", &tls_10, {services, Part::tls}},
      {"EXP-TLS-TLS11", &tls_11, {services, Part::tls}},
      {"EXP-TLS-NO-MODERN", &tls_nothing_modern, {services, Part::tls}},
      {"EXP-TLS-NO-TLS13", &tls_without_13, {services, Part::tls}},
      {"EXP-TLS-FALLBACK-SCSV", &tls_fallback, {services, Part::tls}},
      // tls_suites
      {"EXP-TLS-NULL", &tls_null, {services, Part::tls}},
      {"EXP-TLS-ANONYMOUS", &tls_anonymous, {services, Part::tls}},
      {"EXP-TLS-EXPORT", &tls_export, {services, Part::tls}},
      {"EXP-TLS-RC4", &tls_rc4, {services, Part::tls}},
      {"EXP-TLS-DES", &tls_des, {services, Part::tls}},
      {"EXP-TLS-3DES", &tls_short_block, {services, Part::tls}},
      {"EXP-TLS-NO-FORWARD-SECRECY", &tls_static, {services, Part::tls}},
      {"EXP-TLS-NO-AEAD", &tls_cbc, {services, Part::tls}},
      {"EXP-TLS-CLIENT-ORDER", &tls_client_order, {services, Part::tls}},
      // tls_keys
      {"EXP-TLS-DH-BROKEN", &tls_dh_broken, {services, Part::tls}},
      {"EXP-TLS-DH-SMALL", &tls_dh_small, {services, Part::tls}},
      {"EXP-TLS-DH-SHARED-PRIME", &tls_dh_published, {services, Part::tls}},
      {"EXP-TLS-SMALL-CURVES", &tls_small_groups, {services, Part::tls}},
      {"EXP-TLS-HYBRID", &tls_hybrid, {services, Part::tls}},
      {"EXP-TLS-OLD-SIGNATURES", &tls_signatures, {services, Part::tls}},
      // tls_features
      {"EXP-TLS-OLD-RENEGOTIATION", &tls_old_renegotiation, {services, Part::tls}},
      {"EXP-TLS-CLIENT-RENEGOTIATION", &tls_client_renegotiation, {services, Part::tls}},
      {"EXP-TLS-COMPRESSION", &tls_compression, {services, Part::tls}},
      {"EXP-TLS-EARLY-DATA", &tls_early_data, {services, Part::tls}},
      {"EXP-TLS-MASTER-SECRET", &tls_master_secret, {services, Part::tls}},
      {"EXP-TLS-HEARTBEAT", &tls_heartbeat, {services, Part::tls}},
      {"EXP-TLS-NO-STARTTLS", &tls_starttls, {services, Part::tls}},
      // tls_flaws
      {"EXP-TLS-HEARTBLEED", &tls_heartbleed, {services, Part::tls}},
      {"EXP-TLS-CCS-INJECTION", &tls_ccs_injection, {services, Part::tls}},
      {"EXP-TLS-ROBOT", &tls_robot, {services, Part::tls}},
      {"EXP-TLS-TICKETBLEED", &tls_ticketbleed, {services, Part::tls}},
      {"EXP-TLS-DROWN", &tls_drown, {services, Part::tls}},
      // tls_grade
      {"EXP-TLS-GRADE", &tls_grade, {services, Part::tls}},
      // certificates
      {"EXP-CERT-EXPIRED", &certificate_expired, {services, Part::tls}},
      {"EXP-CERT-NOT-YET-VALID", &certificate_not_yet, {services, Part::tls}},
      {"EXP-CERT-ENDS-IN-7", &certificate_ends_at_once, {services, Part::tls}},
      {"EXP-CERT-ENDS-IN-14", &certificate_ends_soon, {services, Part::tls}},
      {"EXP-CERT-ENDS-IN-30", &certificate_ends_in_a_month, {services, Part::tls}},
      {"EXP-CERT-SELF-SIGNED", &certificate_self_signed, {services, Part::tls}},
      {"EXP-CERT-INCOMPLETE-CHAIN", &certificate_incomplete, {services, Part::tls}},
      {"EXP-CERT-UNTRUSTED", &certificate_untrusted, {services, Part::tls}},
      {"EXP-CERT-CHAIN-ORDER", &certificate_order, {services, Part::tls}},
      {"EXP-CERT-NAME", &certificate_name, {services, Part::tls}},
      {"EXP-CERT-NO-SAN", &certificate_without_names, {services, Part::tls}},
      {"EXP-CERT-WIDE-WILDCARD", &certificate_wide_wildcard, {services, Part::tls}},
      // certificate_keys
      {"EXP-CERT-SMALL-RSA", &certificate_small_rsa, {services, Part::tls}},
      {"EXP-CERT-RSA-3072", &certificate_rsa_3072, {services, Part::tls}},
      {"EXP-CERT-SMALL-CURVE", &certificate_small_curve, {services, Part::tls}},
      {"EXP-CERT-ROCA", &certificate_roca, {services, Part::tls}},
      {"EXP-CERT-OLD-HASH", &certificate_old_hash, {services, Part::tls}},
      {"EXP-CERT-SHARED-KEY", &certificate_shared_key, {services, Part::tls}},
      {"EXP-CERT-VENDOR-DEFAULT", &certificate_of_vendor, {services, Part::tls}},
      {"EXP-CERT-REVOKED", &certificate_revoked, {services, Part::tls}},
      {"EXP-CERT-MUST-STAPLE", &certificate_must_staple, {services, Part::tls}},
      {"EXP-CERT-NO-SCT", &certificate_unlogged, {services, Part::tls}},
      // dns_servers
      {"EXP-DNS-ZONE-MISSING", &zone_missing, {Part::dns}},
      {"EXP-DNS-ONE-SERVER", &one_server, {Part::dns}},
      {"EXP-DNS-SAME-NETWORK", &same_network, {Part::dns}},
      {"EXP-DNS-LAME", &lame_server, {Part::dns}},
      {"EXP-DNS-SERIALS", &serials_differ, {Part::dns}},
      {"EXP-DNS-NO-IPV6", &no_ipv6_server, {Part::dns}},
      {"EXP-DNS-TRANSFER", &zone_transfer, {Part::dns}},
      {"EXP-DNS-RECURSION", &zone_recursion, {Part::dns}},
      // dns_security
      {"EXP-DNSSEC-UNSIGNED", &unsigned_zone, {Part::dns}},
      {"EXP-DNSSEC-BOGUS", &bogus_zone, {Part::dns}},
      {"EXP-DNSSEC-OLD-ALGORITHM", &old_dnssec_algorithm, {Part::dns}},
      {"EXP-DNSSEC-EXPIRING", &dnssec_expiring, {Part::dns}},
      {"EXP-DNS-NO-CAA", &no_caa, {Part::dns}},
      {"EXP-DNS-CAA-ISSUER", &caa_issuer, {services, Part::tls, Part::dns}},
      // dns_names
      {"EXP-DNS-WILDCARD", &wildcard_zone, {Part::dns}},
      {"EXP-DNS-PRIVATE", &private_addresses, {Part::dns}},
      {"EXP-DNS-LOOK-ALIKES", &look_alike_list, {Part::dns}},
      {"EXP-DNS-DANGLING", &dangling_name, {names}},
      {"EXP-DNS-SHARED-SERVICE", &shared_service_name, {names}},
      {"EXP-DNS-DEAD-DELEGATION", &dead_delegation, {names}},
      {"EXP-DNS-ALIAS-UNREGISTERED", &alias_unregistered, {names}},
      {"EXP-DNS-SERVER-UNREGISTERED", &server_unregistered, {Part::dns}},
      {"EXP-MX-UNREGISTERED", &exchanger_unregistered, {mail}},
      {"EXP-NAME-ELSEWHERE", &name_elsewhere, {names}},
      // mail_policies
      {"EXP-SPF-MISSING", &spf_missing, {mail}},
      {"EXP-SPF-INVALID", &spf_invalid, {mail}},
      {"EXP-SPF-LOOKUPS", &spf_lookups, {mail}},
      {"EXP-SPF-OPEN", &spf_open, {mail}},
      {"EXP-SPF-SOFT", &spf_soft, {mail}},
      {"EXP-SPF-PTR", &spf_ptr, {mail}},
      {"EXP-DMARC-MISSING", &dmarc_missing, {mail}},
      {"EXP-DMARC-NONE", &dmarc_none, {mail}},
      {"EXP-DMARC-SUBDOMAINS", &dmarc_subdomains, {mail}},
      {"EXP-DMARC-PARTIAL", &dmarc_partial, {mail}},
      {"EXP-DMARC-REPORTS", &dmarc_reports, {mail}},
      {"EXP-DMARC-INVALID", &dmarc_invalid, {mail}},
      {"EXP-DMARC-HISTORIC", &dmarc_historic, {mail}},
      {"EXP-DMARC-READERS", &dmarc_readers, {mail}},
      {"EXP-DKIM-MISSING", &dkim_missing, {mail}},
      {"EXP-DKIM-SHORT", &dkim_short, {mail}},
      {"EXP-DKIM-TESTING", &dkim_testing, {mail}},
      {"EXP-MTA-STS-MISSING", &mta_sts_missing, {mail}},
      {"EXP-MTA-STS-POLICY", &mta_sts_policy, {mail}},
      {"EXP-TLSRPT-MISSING", &tls_reporting_missing, {mail}},
      // mail_servers
      {"EXP-DANE-MISSING", &dane_missing, {mail}},
      {"EXP-MX-NO-STARTTLS", &exchanger_without_starttls, {mail}},
      {"EXP-MAIL-RELAY", &open_relay, {mail}},
      {"EXP-MX-DEAD", &dead_exchanger, {mail}},
      {"EXP-MAIL-UNUSED-OPEN", &unused_domain_open, {mail}},
  };
  return checks;
}

}  // namespace

std::span<const Check> registry() { return table(); }

core::Result<core::Catalogue> catalogue() { return core::Catalogue::parse(catalogue_exposure()); }

core::Findings run_check(const Check& check, const ExposureFacts& facts, const core::Params& params) {
  for (const auto part : check.needs)
    if (!facts.asked(part))
      return {on_whole(facts, Verdict::not_applicable, {{"not_asked", std::string(to_string(part))}})};
  for (const auto part : check.needs)
    if (facts.missing(part)) return {not_read(facts, std::string(to_string(part)))};
  auto findings = check.function(facts, params);
  if (findings.empty()) throw std::logic_error("the check " + std::string(check.id) + " answered nothing");
  return findings;
}

}  // namespace hygie::exposure
