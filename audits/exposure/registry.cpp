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
      // messaging
      {"EXP-MQTT-EXPOSED", &mqtt_exposed, {ports, services}},
      {"EXP-MQTT-OPEN", &mqtt_open, {ports, services}},
      // management
      {"EXP-SNMP-EXPOSED", &snmp_exposed, {ports, services}},
      {"EXP-SNMP-PUBLIC", &snmp_public, {ports, services}},
      {"EXP-IPMI-EXPOSED", &ipmi_exposed, {ports, services}},
      {"EXP-IPMI-CIPHER-ZERO", &ipmi_cipher_zero, {ports, services}},
      {"EXP-SMART-INSTALL", &smart_install_exposed, {ports, services}},
      {"EXP-WINBOX-EXPOSED", &winbox_exposed, {ports, services}},
      {"EXP-AJP-EXPOSED", &ajp_exposed, {ports, services}},
      {"EXP-RPCBIND-EXPOSED", &rpcbind_exposed, {ports, services}},
      {"EXP-SOCKS-OPEN", &socks_open, {ports, services}},
      {"EXP-CAMERA-EXPOSED", &rtsp_exposed, {ports, services}},
      {"EXP-SIP-EXPOSED", &sip_exposed, {ports, services}},
      // amplification
      {"EXP-NTP-MONLIST", &ntp_monlist, {ports, services}},
      {"EXP-NTP-CONTROL", &ntp_control, {ports, services}},
      {"EXP-OPEN-RESOLVER", &open_resolver, {ports, services}},
      {"EXP-DISCOVERY-EXPOSED", &discovery_exposed, {ports, services}},
      {"EXP-AMPLIFIER", &amplifier, {ports, services}},
      // hospital
      {"EXP-DICOM-EXPOSED", &dicom_exposed, {ports, services}},
      {"EXP-DICOM-ANY-TITLE", &dicom_any_title, {ports, services}},
      {"EXP-DICOM-QUERY", &dicom_query, {ports, services}},
      {"EXP-DICOM-STORE", &dicom_storage, {ports, services}},
      {"EXP-HL7-EXPOSED", &hl7_exposed, {ports, services}},
      // industrial
      {"EXP-MODBUS-EXPOSED", &modbus_exposed, {ports, services}},
      {"EXP-S7-EXPOSED", &s7_exposed, {ports, services}},
      {"EXP-BACNET-EXPOSED", &bacnet_exposed, {ports, services}},
      {"EXP-ETHERNET-IP-EXPOSED", &ethernet_ip_exposed, {ports, services}},
      {"EXP-FOX-EXPOSED", &fox_exposed, {ports, services}},
      {"EXP-KNX-EXPOSED", &knx_exposed, {ports, services}},
      {"EXP-IEC104-EXPOSED", &iec104_exposed, {ports, services}},
      {"EXP-OPCUA-EXPOSED", &opcua_exposed, {ports, services}},
      // vpn
      {"EXP-PPTP-EXPOSED", &pptp_exposed, {ports, services}},
      {"EXP-L2TP-EXPOSED", &l2tp_exposed, {ports, services}},
      {"EXP-OPENVPN-NO-TLS-AUTH", &openvpn_without_tls_auth, {ports, services}},
      // mail_access
      {"EXP-IMAP-CLEAR", &imap_login_in_clear, {ports, services}},
      {"EXP-POP3-CLEAR", &pop3_login_in_clear, {ports, services}},
      {"EXP-SMTP-NO-STARTTLS", &smtp_without_starttls, {ports, services}},
      {"EXP-SMTP-AUTH-CLEAR", &smtp_auth_in_clear, {ports, services}},
      {"EXP-SMTP-VRFY", &smtp_vrfy, {ports, services}},
      // ssh
      {"EXP-SSH-EXPOSED", &ssh_exposed, {ports, services}},
      {"EXP-SSH-VERSION-1", &ssh_version_1, {ports, services}},
      {"EXP-SSH-OLD-CIPHERS", &ssh_old_ciphers, {ports, services}},
      {"EXP-SSH-OLD-EXCHANGE", &ssh_old_exchange, {ports, services}},
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
      // hosting
      {"EXP-HDS-MISSING", &hds_missing, {inventory}},
      {"EXP-HDS-EXPIRED", &hds_expired, {inventory}},
      {"EXP-HOST-COUNTRY", &host_country, {inventory}},
      {"EXP-HOST-CONSENT", &host_consent, {inventory}},
      // history
      {"EXP-CHANGE-NEW", &new_service, {ports, history}},
      {"EXP-CHANGE-GONE", &gone_service, {ports, history}},
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
