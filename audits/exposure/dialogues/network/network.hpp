// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/dialogues/support/one_answer.hpp"

/// What keeps a network going, and says who it is to whom asks.
namespace hygie::exposure {

/// SNMP v1 and v2c: sysDescr.0 with the community "public"; v3: the discovery of the engine (RFC 3414, 4).
/// snmp1, snmp2c, snmp3 (answered), community, description, error; engine_id, enterprise (IANA's number), mac, address,
/// engine_text, boots, engine_seconds, answer.
[[nodiscard]] net::Buffer snmp1_request();
[[nodiscard]] net::Buffer snmp2_request();
[[nodiscard]] Step read_snmp(net::Bytes heard);
[[nodiscard]] net::Buffer snmp3_discovery();
[[nodiscard]] Step read_snmp3(net::Bytes heard);

/// DNS: whether it looks names up for anybody, then version.bind; and the services that multicast DNS lists.
/// recursion (answered|offered|refused), recursion_code, truncated, version, version_code. mDNS: services.
[[nodiscard]] std::unique_ptr<Dialogue> make_dns();
[[nodiscard]] std::unique_ptr<Dialogue> make_dns_tcp();
[[nodiscard]] std::unique_ptr<Dialogue> make_dns_dialogue(std::string_view name_to_resolve);
[[nodiscard]] net::Buffer mdns_question();
[[nodiscard]] Step read_mdns(net::Bytes heard);

/// NTP: the time, the variables of the server (mode 6), the list of its clients (mode 7).
/// stratum, reference, time, ntp_version, synchronised (false); control (answered|refused), version, system, processor;
/// monlist (answered|refused), items, error.
[[nodiscard]] net::Buffer ntp_time();
[[nodiscard]] Step read_ntp(net::Bytes heard);
[[nodiscard]] net::Buffer ntp_variables();
[[nodiscard]] Step read_ntp_control(net::Bytes heard);
[[nodiscard]] std::unique_ptr<Dialogue> make_ntp_monlist();

/// TFTP: a file that cannot be there. answer (error|data|options), code, text.
[[nodiscard]] net::Buffer tftp_request();
[[nodiscard]] Step read_tftp(net::Bytes heard);
/// SSDP (UPnP) and CoAP: what is offered. server, location, usn, types, answers; code, kind, resources, count.
[[nodiscard]] std::unique_ptr<Dialogue> make_ssdp();
[[nodiscard]] net::Buffer coap_request();
[[nodiscard]] Step read_coap(net::Bytes heard);
/// SIP and RTSP: OPTIONS. status, server, user_agent, methods.
[[nodiscard]] net::Buffer sip_options_tcp();
[[nodiscard]] net::Buffer sip_options_udp();
[[nodiscard]] Step read_sip(net::Bytes heard);
[[nodiscard]] net::Buffer rtsp_options();
[[nodiscard]] Step read_rtsp(net::Bytes heard);

/// ONC RPC (RFC 5531): the programs of a portmapper, the exports of mountd, the versions of NFS.
/// answer (accepted|denied|refused|no such program|versions A to B); programs; exports ("/folder (guests)") and count.
[[nodiscard]] std::unique_ptr<Dialogue> make_rpcbind();
[[nodiscard]] std::unique_ptr<Dialogue> make_rpcbind_udp();
[[nodiscard]] std::unique_ptr<Dialogue> make_nfs();
[[nodiscard]] std::unique_ptr<Dialogue> make_mount();

/// IPMI: what a BMC takes as proof, then whether it takes none (cipher suite zero).
/// version (1.5|2.0), authentication_kinds, anonymous, null_user, named_users, kg_set (true|false), cipher_zero
/// (accepted|refused), session_status; or code.
[[nodiscard]] std::unique_ptr<Dialogue> make_ipmi();
/// SOCKS: greetings alone, towards no destination. authentication (none|wanted); answer
/// (granted|failed|identity wanted).
[[nodiscard]] net::Buffer socks5_greeting();
[[nodiscard]] Step read_socks5(net::Bytes heard);
[[nodiscard]] net::Buffer socks4_nowhere();
[[nodiscard]] Step read_socks4(net::Bytes heard);
/// Cisco's Smart Install, to the request that Cisco's own check sends. role (client).
[[nodiscard]] net::Buffer smart_install_request();
[[nodiscard]] Step read_smart_install(net::Bytes heard);
/// MikroTik's Winbox: the index of its parts, with the version (RouterOS 6). version.
[[nodiscard]] net::Buffer winbox_index();
[[nodiscard]] Step read_winbox(net::Bytes heard);

}  // namespace hygie::exposure
