// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts.hpp"
#include "core/params.hpp"

/// Every check of the exposure, so that each .cpp is compiled against its declaration; registry.cpp gives them their
/// ids.
namespace hygie::exposure {

#define HYGIE_CHECK(name) core::Findings name(const ExposureFacts&, const core::Params&)

// remote_screens
HYGIE_CHECK(rdp_exposed);
HYGIE_CHECK(rdp_without_nla);
HYGIE_CHECK(vnc_exposed);
HYGIE_CHECK(vnc_without_password);
HYGIE_CHECK(telnet_exposed);
HYGIE_CHECK(x11_open);
HYGIE_CHECK(x11_exposed);

// file_sharing
HYGIE_CHECK(smb_exposed);
HYGIE_CHECK(smb1_accepted);
HYGIE_CHECK(smb_signing);
HYGIE_CHECK(nfs_exposed);
HYGIE_CHECK(rsync_exposed);
HYGIE_CHECK(rsync_modules);
HYGIE_CHECK(tftp_exposed);
HYGIE_CHECK(ftp_without_tls);
HYGIE_CHECK(ftp_anonymous);

// databases
HYGIE_CHECK(database_exposed);
HYGIE_CHECK(redis_open);
HYGIE_CHECK(postgresql_trust);
HYGIE_CHECK(mongodb_open);
HYGIE_CHECK(memcached_open);
HYGIE_CHECK(mysql_without_tls);
HYGIE_CHECK(mssql_encryption);

// directory_services
HYGIE_CHECK(ldap_exposed);
HYGIE_CHECK(ldap_anonymous);
HYGIE_CHECK(kerberos_exposed);
HYGIE_CHECK(msrpc_exposed);

// messaging
HYGIE_CHECK(mqtt_exposed);
HYGIE_CHECK(mqtt_open);

// management
HYGIE_CHECK(snmp_exposed);
HYGIE_CHECK(snmp_public);
HYGIE_CHECK(ipmi_exposed);
HYGIE_CHECK(ipmi_cipher_zero);
HYGIE_CHECK(smart_install_exposed);
HYGIE_CHECK(winbox_exposed);
HYGIE_CHECK(ajp_exposed);
HYGIE_CHECK(rpcbind_exposed);
HYGIE_CHECK(socks_open);
HYGIE_CHECK(rtsp_exposed);
HYGIE_CHECK(sip_exposed);

// amplification
HYGIE_CHECK(ntp_monlist);
HYGIE_CHECK(ntp_control);
HYGIE_CHECK(open_resolver);
HYGIE_CHECK(discovery_exposed);

HYGIE_CHECK(amplifier);

// hospital
HYGIE_CHECK(dicom_exposed);
HYGIE_CHECK(dicom_any_title);
HYGIE_CHECK(dicom_query);
HYGIE_CHECK(dicom_storage);
HYGIE_CHECK(hl7_exposed);

// industrial
HYGIE_CHECK(modbus_exposed);
HYGIE_CHECK(s7_exposed);
HYGIE_CHECK(bacnet_exposed);
HYGIE_CHECK(ethernet_ip_exposed);
HYGIE_CHECK(fox_exposed);
HYGIE_CHECK(knx_exposed);
HYGIE_CHECK(iec104_exposed);
HYGIE_CHECK(opcua_exposed);

// vpn
HYGIE_CHECK(pptp_exposed);
HYGIE_CHECK(l2tp_exposed);
HYGIE_CHECK(openvpn_without_tls_auth);

// mail_access
HYGIE_CHECK(imap_login_in_clear);
HYGIE_CHECK(pop3_login_in_clear);
HYGIE_CHECK(smtp_without_starttls);
HYGIE_CHECK(smtp_auth_in_clear);
HYGIE_CHECK(smtp_vrfy);

// ssh
HYGIE_CHECK(ssh_exposed);
HYGIE_CHECK(ssh_version_1);
HYGIE_CHECK(ssh_old_ciphers);
HYGIE_CHECK(ssh_old_exchange);

// inventory
HYGIE_CHECK(no_inventory);
HYGIE_CHECK(undeclared_service);
HYGIE_CHECK(vanished_service);
HYGIE_CHECK(changed_product);
HYGIE_CHECK(expired_asset);
HYGIE_CHECK(shadow_name);
HYGIE_CHECK(unidentified_service);
HYGIE_CHECK(answers_everywhere);
HYGIE_CHECK(ipv6_twin);
HYGIE_CHECK(service_list);

// hosting
HYGIE_CHECK(hds_missing);
HYGIE_CHECK(hds_expired);
HYGIE_CHECK(host_country);
HYGIE_CHECK(host_consent);

// history
HYGIE_CHECK(new_service);
HYGIE_CHECK(gone_service);
HYGIE_CHECK(rhythm);
HYGIE_CHECK(evidence_pair);

// web
HYGIE_CHECK(web_clear);
HYGIE_CHECK(web_login_clear);
HYGIE_CHECK(web_redirect);
HYGIE_CHECK(web_hsts);
HYGIE_CHECK(web_csp);
HYGIE_CHECK(web_csp_weak);
HYGIE_CHECK(web_cookie_secure);
HYGIE_CHECK(web_cookie_script);
HYGIE_CHECK(web_cookie_same_site);
HYGIE_CHECK(web_frames);
HYGIE_CHECK(web_sniffing);
HYGIE_CHECK(web_referrer);
HYGIE_CHECK(web_version);
HYGIE_CHECK(web_trace);
HYGIE_CHECK(web_put);
HYGIE_CHECK(web_dav);
HYGIE_CHECK(web_open_proxy);
HYGIE_CHECK(web_cors);
HYGIE_CHECK(web_security_txt);
HYGIE_CHECK(web_listing);
HYGIE_CHECK(web_file_source);
HYGIE_CHECK(web_file_secret);
HYGIE_CHECK(web_file_backup);
HYGIE_CHECK(web_status_page);
HYGIE_CHECK(web_default_page);

// portals
HYGIE_CHECK(vpn_gateway);
HYGIE_CHECK(vpn_version);
HYGIE_CHECK(exchange_version);
HYGIE_CHECK(second_factor);
HYGIE_CHECK(internal_address);

// consoles
HYGIE_CHECK(gateway_admin);
HYGIE_CHECK(database_admin);
HYGIE_CHECK(board_admin);
HYGIE_CHECK(console_exposed);
HYGIE_CHECK(exchange_admin);
HYGIE_CHECK(winrm_exposed);
HYGIE_CHECK(hypervisor_exposed);
HYGIE_CHECK(backup_exposed);
HYGIE_CHECK(help_exposed);
HYGIE_CHECK(search_open);
HYGIE_CHECK(docker_open);
HYGIE_CHECK(kubernetes_open);
HYGIE_CHECK(cluster_open);
HYGIE_CHECK(metrics_open);
HYGIE_CHECK(interface_open);
HYGIE_CHECK(interface_exposed);

// health_web
HYGIE_CHECK(orthanc_open);
HYGIE_CHECK(orthanc_exposed);
HYGIE_CHECK(dicomweb_open);
HYGIE_CHECK(fhir_open);
HYGIE_CHECK(mirth_exposed);
HYGIE_CHECK(health_open);
HYGIE_CHECK(viewer_exposed);
HYGIE_CHECK(print_exposed);

#undef HYGIE_CHECK

}  // namespace hygie::exposure
