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
HYGIE_CHECK(vnc_weak);

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
HYGIE_CHECK(smb_old_dialect);
HYGIE_CHECK(smb_encryption);
HYGIE_CHECK(nfs_for_everyone);
HYGIE_CHECK(ftp_exposed);

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
HYGIE_CHECK(controller_exposed);

// messaging
HYGIE_CHECK(mqtt_exposed);
HYGIE_CHECK(mqtt_open);
HYGIE_CHECK(mqtt_in_clear);
HYGIE_CHECK(xmpp_in_clear);

// management
HYGIE_CHECK(snmp_exposed);
HYGIE_CHECK(snmp_public);
HYGIE_CHECK(ipmi_exposed);
HYGIE_CHECK(ipmi_cipher_zero);
HYGIE_CHECK(smart_install_exposed);
HYGIE_CHECK(winbox_exposed);
HYGIE_CHECK(raw_print_exposed);
HYGIE_CHECK(ajp_exposed);
HYGIE_CHECK(rpcbind_exposed);
HYGIE_CHECK(socks_open);
HYGIE_CHECK(rtsp_exposed);
HYGIE_CHECK(sip_exposed);
HYGIE_CHECK(ipmi_anonymous);

// amplification
HYGIE_CHECK(ntp_monlist);
HYGIE_CHECK(ntp_control);
HYGIE_CHECK(open_resolver);
HYGIE_CHECK(discovery_exposed);
HYGIE_CHECK(dns_version);

HYGIE_CHECK(amplifier);

// hospital
HYGIE_CHECK(dicom_exposed);
HYGIE_CHECK(dicom_any_title);
HYGIE_CHECK(dicom_query);
HYGIE_CHECK(dicom_storage);
HYGIE_CHECK(hl7_exposed);
HYGIE_CHECK(dicom_in_clear);
HYGIE_CHECK(hl7_in_clear);
HYGIE_CHECK(dicom_echo);
HYGIE_CHECK(dicom_client_certificate);

// industrial
HYGIE_CHECK(modbus_exposed);
HYGIE_CHECK(s7_exposed);
HYGIE_CHECK(bacnet_exposed);
HYGIE_CHECK(ethernet_ip_exposed);
HYGIE_CHECK(fox_exposed);
HYGIE_CHECK(knx_exposed);
HYGIE_CHECK(iec104_exposed);
HYGIE_CHECK(opcua_exposed);
HYGIE_CHECK(knx_programming);
HYGIE_CHECK(opcua_without_security);
HYGIE_CHECK(opcua_anonymous);

// vpn
HYGIE_CHECK(pptp_exposed);
HYGIE_CHECK(l2tp_exposed);
HYGIE_CHECK(openvpn_without_tls_auth);
HYGIE_CHECK(ike_version_1);
HYGIE_CHECK(ike_weak);

// mail_access
HYGIE_CHECK(imap_login_in_clear);
HYGIE_CHECK(pop3_login_in_clear);
HYGIE_CHECK(smtp_without_starttls);
HYGIE_CHECK(smtp_auth_in_clear);
HYGIE_CHECK(smtp_vrfy);
HYGIE_CHECK(imap_preauthenticated);

// ssh
HYGIE_CHECK(ssh_exposed);
HYGIE_CHECK(ssh_version_1);
HYGIE_CHECK(ssh_old_ciphers);
HYGIE_CHECK(ssh_old_exchange);
HYGIE_CHECK(ssh_old_macs);
HYGIE_CHECK(ssh_dsa_key);
HYGIE_CHECK(ssh_terrapin);

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

HYGIE_CHECK(imported_finding);

// hosting
HYGIE_CHECK(hds_missing);
HYGIE_CHECK(hds_expired);
HYGIE_CHECK(host_country);
HYGIE_CHECK(host_consent);

// history
HYGIE_CHECK(new_service);
HYGIE_CHECK(reopened_service);
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

// flaws
HYGIE_CHECK(flaws_critical);
HYGIE_CHECK(flaws_high);
HYGIE_CHECK(flaws_medium);
HYGIE_CHECK(end_of_life);
HYGIE_CHECK(version_unknown);
HYGIE_CHECK(feeds_stale);
HYGIE_CHECK(no_feeds);
// tls_protocols
HYGIE_CHECK(tls_ssl2);
HYGIE_CHECK(tls_ssl3);
HYGIE_CHECK(tls_10);
HYGIE_CHECK(tls_11);
HYGIE_CHECK(tls_nothing_modern);
HYGIE_CHECK(tls_without_13);
HYGIE_CHECK(tls_fallback);

// tls_suites
HYGIE_CHECK(tls_null);
HYGIE_CHECK(tls_anonymous);
HYGIE_CHECK(tls_export);
HYGIE_CHECK(tls_rc4);
HYGIE_CHECK(tls_des);
HYGIE_CHECK(tls_short_block);
HYGIE_CHECK(tls_static);
HYGIE_CHECK(tls_cbc);
HYGIE_CHECK(tls_client_order);

// tls_keys
HYGIE_CHECK(tls_dh_broken);
HYGIE_CHECK(tls_dh_small);
HYGIE_CHECK(tls_dh_published);
HYGIE_CHECK(tls_small_groups);
HYGIE_CHECK(tls_hybrid);
HYGIE_CHECK(tls_signatures);

// tls_features
HYGIE_CHECK(tls_old_renegotiation);
HYGIE_CHECK(tls_client_renegotiation);
HYGIE_CHECK(tls_compression);
HYGIE_CHECK(tls_early_data);
HYGIE_CHECK(tls_master_secret);
HYGIE_CHECK(tls_heartbeat);
HYGIE_CHECK(tls_starttls);

// tls_flaws
HYGIE_CHECK(tls_heartbleed);
HYGIE_CHECK(tls_ccs_injection);
HYGIE_CHECK(tls_robot);
HYGIE_CHECK(tls_ticketbleed);
HYGIE_CHECK(tls_drown);

// tls_grade
HYGIE_CHECK(tls_grade);

// certificates
HYGIE_CHECK(certificate_expired);
HYGIE_CHECK(certificate_not_yet);
HYGIE_CHECK(certificate_ends_at_once);
HYGIE_CHECK(certificate_ends_soon);
HYGIE_CHECK(certificate_ends_in_a_month);
HYGIE_CHECK(certificate_self_signed);
HYGIE_CHECK(certificate_incomplete);
HYGIE_CHECK(certificate_untrusted);
HYGIE_CHECK(certificate_order);
HYGIE_CHECK(certificate_name);
HYGIE_CHECK(certificate_without_names);
HYGIE_CHECK(certificate_wide_wildcard);

// certificate_keys
HYGIE_CHECK(certificate_small_rsa);
HYGIE_CHECK(certificate_rsa_3072);
HYGIE_CHECK(certificate_small_curve);
HYGIE_CHECK(certificate_roca);
HYGIE_CHECK(certificate_old_hash);
HYGIE_CHECK(certificate_shared_key);
HYGIE_CHECK(certificate_of_vendor);
HYGIE_CHECK(certificate_revoked);
HYGIE_CHECK(certificate_must_staple);
HYGIE_CHECK(certificate_unlogged);

// dns_servers
HYGIE_CHECK(zone_missing);
HYGIE_CHECK(one_server);
HYGIE_CHECK(same_network);
HYGIE_CHECK(lame_server);
HYGIE_CHECK(serials_differ);
HYGIE_CHECK(no_ipv6_server);
HYGIE_CHECK(zone_transfer);
HYGIE_CHECK(zone_recursion);

// dns_security
HYGIE_CHECK(unsigned_zone);
HYGIE_CHECK(bogus_zone);
HYGIE_CHECK(old_dnssec_algorithm);
HYGIE_CHECK(dnssec_expiring);
HYGIE_CHECK(no_caa);
HYGIE_CHECK(caa_issuer);

// dns_names
HYGIE_CHECK(wildcard_zone);
HYGIE_CHECK(private_addresses);
HYGIE_CHECK(look_alike_list);
HYGIE_CHECK(dangling_name);
HYGIE_CHECK(shared_service_name);
HYGIE_CHECK(dead_delegation);
HYGIE_CHECK(alias_unregistered);
HYGIE_CHECK(server_unregistered);
HYGIE_CHECK(exchanger_unregistered);
HYGIE_CHECK(name_elsewhere);

// mail_policies
HYGIE_CHECK(spf_missing);
HYGIE_CHECK(spf_invalid);
HYGIE_CHECK(spf_lookups);
HYGIE_CHECK(spf_open);
HYGIE_CHECK(spf_soft);
HYGIE_CHECK(spf_ptr);
HYGIE_CHECK(dmarc_missing);
HYGIE_CHECK(dmarc_none);
HYGIE_CHECK(dmarc_subdomains);
HYGIE_CHECK(dmarc_partial);
HYGIE_CHECK(dmarc_reports);
HYGIE_CHECK(dmarc_invalid);
HYGIE_CHECK(dmarc_historic);
HYGIE_CHECK(dmarc_readers);
HYGIE_CHECK(dkim_missing);
HYGIE_CHECK(dkim_short);
HYGIE_CHECK(dkim_testing);
HYGIE_CHECK(mta_sts_missing);
HYGIE_CHECK(mta_sts_policy);
HYGIE_CHECK(tls_reporting_missing);

// mail_servers
HYGIE_CHECK(dane_missing);
HYGIE_CHECK(exchanger_without_starttls);
HYGIE_CHECK(open_relay);
HYGIE_CHECK(dead_exchanger);
HYGIE_CHECK(unused_domain_open);

#undef HYGIE_CHECK

}  // namespace hygie::exposure
