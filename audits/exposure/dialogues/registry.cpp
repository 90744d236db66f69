// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/building/building.hpp"
#include "audits/exposure/dialogues/databases/databases.hpp"
#include "audits/exposure/dialogues/directory/directory.hpp"
#include "audits/exposure/dialogues/greetings/greetings.hpp"
#include "audits/exposure/dialogues/hospital/hospital.hpp"
#include "audits/exposure/dialogues/network/network.hpp"
#include "audits/exposure/dialogues/screens/screens.hpp"
#include "audits/exposure/dialogues/tunnels/tunnels.hpp"

#include <algorithm>
#include <array>

namespace hygie::exposure {
namespace {

net::Buffer nothing() { return {}; }
net::Buffer redis_ping() { return text_bytes("*1\r\n$4\r\nPING\r\n"); }
net::Buffer memcached_version() { return text_bytes("version\r\n"); }
net::Buffer ajp_ping() { return {0x12, 0x34, 0x00, 0x01, 0x0a}; }
net::Buffer x11_setup() { return {0x6c, 0, 0x0b, 0, 0, 0, 0, 0, 0, 0, 0, 0}; }
net::Buffer rdp_any() { return rdp_request(0x0b); }
net::Buffer rdp_standard() { return rdp_request(0); }

template <std::uint16_t... Ports>
constexpr std::array<std::uint16_t, sizeof...(Ports)> ports{Ports...};

using Make = std::unique_ptr<Dialogue> (*)();
using Ports = std::span<const std::uint16_t>;
/// We speak first, over TCP.
DialogueInfo asks(std::string_view name, Ports where, Make make) { return {name, where, false, make}; }
/// The server speaks first.
DialogueInfo hears(std::string_view name, Ports where, Make make) { return {name, where, true, make}; }
template <auto Make>
DialogueInfo udp(std::string_view name, Ports where, bool any_port = false) {
  return {name, where, false, measured<Make>, Transport::udp, any_port};
}

std::vector<DialogueInfo> all_over_tcp() {
  return {
      asks("ajp", ports<8009>, one_answer<ajp_ping, read_ajp>),
      hears("banner", ports<21, 22, 23, 25, 110, 143, 587, 2222>, one_answer<nothing, read_banner>),
      asks("dicom", ports<104, 2761, 2762, 4242, 5678, 11112>, make_dicom),
      asks("dns-tcp", ports<53>, make_dns_tcp),
      asks("ethernet-ip", ports<44818>, one_answer<ethernet_ip_identity, read_ethernet_ip>),
      asks("fox", ports<1911>, one_answer<fox_hello, read_fox>),
      hears("ftp", ports<21, 990>, make_ftp),
      asks("iec104", ports<2404>, one_answer<iec104_test, read_iec104>),
      hears("imap", ports<143, 993>, make_imap),
      asks("kerberos", ports<88>, one_answer<kerberos_request, read_kerberos>),
      asks("ldap", ports<389, 636, 3268, 3269>, make_ldap),
      asks("memcached", ports<11211>, one_answer<memcached_version, read_memcached>),
      asks("mllp", ports<2575, 6661>, make_mllp),
      asks("modbus", ports<502>, make_modbus),
      asks("mongodb", ports<27017>, make_mongodb),
      asks("mountd", ports<20048>, make_mount),
      asks("mqtt", ports<1883, 8883>, one_answer<mqtt_connect, read_mqtt>),
      asks("msrpc", ports<135>, one_answer<msrpc_bind, read_msrpc>),
      asks("mssql", ports<1433>, one_answer<mssql_prelogin, read_mssql>),
      hears("mysql", ports<3306>, one_answer<nothing, read_mysql>),
      asks("netbios-ssn", ports<139>, one_answer<netbios_session, read_netbios_session>),
      asks("nfs", ports<2049>, make_nfs),
      asks("opc-ua", ports<4840>, make_opcua),
      asks("openvpn-tcp", ports<1194>, one_answer<openvpn_reset_tcp, read_openvpn_tcp>),
      asks("oracle", ports<1521>, make_oracle),
      hears("pop3", ports<110, 995>, make_pop3),
      asks("postgresql", ports<5432>, one_answer<postgres_startup, read_postgres>),
      asks("pptp", ports<1723>, one_answer<pptp_start, read_pptp>),
      asks("rdp", ports<3389>, one_answer<rdp_any, read_rdp>),
      asks("rdp-standard", ports<3389>, one_answer<rdp_standard, read_rdp>),
      asks("redis", ports<6379>, one_answer<redis_ping, read_redis>),
      asks("rpcbind", ports<111>, make_rpcbind),
      hears("rsync", ports<873>, make_rsync),
      asks("rtsp", ports<554, 8554>, one_answer<rtsp_options, read_rtsp>),
      asks("s7", ports<102>, make_s7),
      asks("sip-tcp", ports<5060, 5061>, one_answer<sip_options_tcp, read_sip>),
      asks("smart-install", ports<4786>, one_answer<smart_install_request, read_smart_install>),
      asks("smb1", ports<445>, one_answer<smb1_negotiation, read_smb1>),
      asks("smb2", ports<445>, one_answer<smb2_negotiation, read_smb2>),
      hears("smtp", ports<25, 465, 587>, make_smtp),
      asks("socks4", ports<1080>, one_answer<socks4_nowhere, read_socks4>),
      asks("socks5", ports<1080>, one_answer<socks5_greeting, read_socks5>),
      asks("ssh", ports<22, 2222>, make_ssh),
      hears("telnet", ports<23, 992, 2323>, make_telnet),
      hears("vnc", ports<5900, 5901, 5902, 5903>, make_vnc),
      asks("winbox", ports<8291>, one_answer<winbox_index, read_winbox>),
      asks("x11", ports<6000>, one_answer<x11_setup, read_x11>),
      asks("xmpp", ports<5222, 5223>, make_xmpp),
      asks("xmpp-server", ports<5269>, make_xmpp_server),
  };
}

std::vector<DialogueInfo> all_over_udp() {
  return {
      udp<make_bacnet>("bacnet", ports<47808>),
      udp<make_bacnet_any>("bacnet-any", ports<47808>),
      udp<make_cldap>("cldap", ports<389>),
      udp<one_answer<coap_request, read_coap>>("coap", ports<5683>),
      udp<make_dns>("dns", ports<53>),
      udp<one_answer<ethernet_ip_identity, read_ethernet_ip>>("ethernet-ip-udp", ports<44818>),
      udp<make_ike1>("ike1", ports<500>),
      udp<make_ike2>("ike2", ports<500>),
      udp<make_ipmi>("ipmi", ports<623>),
      udp<one_answer<knx_description, read_knx>>("knx", ports<3671>),
      udp<make_l2tp>("l2tp", ports<1701>),
      udp<one_answer<mdns_question, read_mdns>>("mdns", ports<5353>),
      udp<make_memcached_udp>("memcached-udp", ports<11211>),
      udp<one_answer<mssql_browse, read_mssql_browser>>("mssql-browser", ports<1434>),
      udp<one_answer<netbios_status, read_netbios_status>>("netbios-ns", ports<137>),
      udp<one_answer<ntp_time, read_ntp>>("ntp", ports<123>),
      udp<one_answer<ntp_variables, read_ntp_control>>("ntp-control", ports<123>),
      udp<make_ntp_monlist>("ntp-monlist", ports<123>),
      udp<one_answer<openvpn_reset_udp, read_openvpn_udp>>("openvpn", ports<1194>),
      udp<make_rpcbind_udp>("rpcbind-udp", ports<111>),
      udp<one_answer<sip_options_udp, read_sip>>("sip", ports<5060>),
      udp<one_answer<snmp1_request, read_snmp>>("snmp1", ports<161>),
      udp<one_answer<snmp2_request, read_snmp>>("snmp2", ports<161>),
      udp<one_answer<snmp3_discovery, read_snmp3>>("snmp3", ports<161>),
      udp<make_ssdp>("ssdp", ports<1900>),
      udp<one_answer<tftp_request, read_tftp>>("tftp", ports<69>, true),
  };
}

const std::vector<DialogueInfo>& all() {
  static const std::vector<DialogueInfo> sorted = [] {
    auto list = all_over_tcp();
    const auto more = all_over_udp();
    list.insert(list.end(), more.begin(), more.end());
    std::sort(list.begin(), list.end(), [](const auto& one, const auto& other) { return one.name < other.name; });
    return list;
  }();
  return sorted;
}

}  // namespace

std::span<const DialogueInfo> dialogues() { return all(); }

const DialogueInfo* find_dialogue(std::string_view name) {
  const auto found =
      std::find_if(all().begin(), all().end(), [&](const DialogueInfo& one) { return one.name == name; });
  return found == all().end() ? nullptr : &*found;
}

std::unique_ptr<Dialogue> make_dialogue(std::string_view name) {
  const auto* found = find_dialogue(name);
  return found == nullptr ? nullptr : found->make();
}

}  // namespace hygie::exposure
