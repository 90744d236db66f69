// SPDX-License-Identifier: EUPL-1.2
// The checks that one service, or one word that it says of itself, decides: each must fail on it, and on nothing else.
#include "tests/support/exposure.hpp"

#include <array>
#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

namespace {

struct Row {
  std::string_view check, protocol;
  std::uint16_t port;
  std::string_view transport;
  std::string_view word, bad, good;  // without a word: the service itself is what must not be there
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      {"EXP-VNC-EXPOSED", "vnc", 5900, "tcp", "", "", ""},
      {"EXP-VNC-NO-PASSWORD", "vnc", 5900, "tcp", "authentication", "none", "wanted"},
      {"EXP-TELNET-EXPOSED", "telnet", 23, "tcp", "", "", ""},
      {"EXP-X11-OPEN", "x11", 6000, "tcp", "authentication", "none", "wanted"},
      {"EXP-X11-EXPOSED", "x11", 6000, "tcp", "", "", ""},
      {"EXP-SMB-EXPOSED", "smb", 139, "tcp", "", "", ""},
      {"EXP-SMB-EXPOSED", "netbios-ssn", 139, "tcp", "", "", ""},
      {"EXP-SMB-EXPOSED", "netbios-ns", 139, "udp", "", "", ""},
      {"EXP-SMB1-ACCEPTED", "smb", 445, "tcp", "smb1", "accepted", "refused"},
      {"EXP-SMB-SIGNING", "smb", 445, "tcp", "signing", "optional", "required"},
      {"EXP-SMB-SIGNING", "smb", 445, "tcp", "signing", "disabled", "required"},
      {"EXP-NFS-EXPOSED", "nfs", 2049, "tcp", "", "", ""},
      {"EXP-NFS-EXPOSED", "mountd", 2049, "tcp", "", "", ""},
      {"EXP-RSYNC-EXPOSED", "rsync", 873, "tcp", "", "", ""},
      {"EXP-RSYNC-MODULES", "rsync", 873, "tcp", "modules", "sauvegardes", ""},
      {"EXP-TFTP-EXPOSED", "tftp", 69, "udp", "", "", ""},
      {"EXP-FTP-CLEAR", "ftp", 21, "tcp", "auth_tls", "absent", "offered"},
      {"EXP-FTP-ANONYMOUS", "ftp", 21, "tcp", "anonymous", "true", "false"},
      {"EXP-FTP-ANONYMOUS", "ftp", 21, "tcp", "anonymous", "name accepted", "false"},
      {"EXP-DATABASE-EXPOSED", "mysql", 1433, "tcp", "", "", ""},
      {"EXP-DATABASE-EXPOSED", "postgresql", 1433, "tcp", "", "", ""},
      {"EXP-DATABASE-EXPOSED", "mssql", 1433, "tcp", "", "", ""},
      {"EXP-DATABASE-EXPOSED", "oracle", 1433, "tcp", "", "", ""},
      {"EXP-DATABASE-EXPOSED", "mongodb", 1433, "tcp", "", "", ""},
      {"EXP-DATABASE-EXPOSED", "redis", 1433, "tcp", "", "", ""},
      {"EXP-DATABASE-EXPOSED", "memcached", 1433, "tcp", "", "", ""},
      {"EXP-DATABASE-EXPOSED", "mssql-browser", 1433, "udp", "", "", ""},
      {"EXP-REDIS-OPEN", "redis", 6379, "tcp", "authentication", "none", "password"},
      {"EXP-POSTGRESQL-TRUST", "postgresql", 5432, "tcp", "authentication", "none", "sasl"},
      {"EXP-POSTGRESQL-TRUST", "postgresql", 5432, "tcp", "authentication", "password in clear", "sasl"},
      {"EXP-MONGODB-OPEN", "mongodb", 27017, "tcp", "authentication", "none", "wanted"},
      {"EXP-MEMCACHED-OPEN", "memcached", 11211, "tcp", "authentication", "none", "wanted"},
      {"EXP-MYSQL-CLEAR", "mysql", 3306, "tcp", "tls", "absent", "offered"},
      {"EXP-MSSQL-CLEAR", "mssql", 1433, "tcp", "encryption", "login only", "on"},
      {"EXP-MSSQL-CLEAR", "mssql", 1433, "tcp", "encryption", "absent", "on"},
      {"EXP-LDAP-EXPOSED", "ldap", 389, "tcp", "", "", ""},
      {"EXP-LDAP-EXPOSED", "cldap", 389, "udp", "", "", ""},
      {"EXP-LDAP-ANONYMOUS", "ldap", 389, "tcp", "anonymous", "true", "false"},
      {"EXP-KERBEROS-EXPOSED", "kerberos", 88, "tcp", "", "", ""},
      {"EXP-MSRPC-EXPOSED", "msrpc", 135, "tcp", "", "", ""},
      {"EXP-MQTT-EXPOSED", "mqtt", 1883, "tcp", "", "", ""},
      {"EXP-MQTT-OPEN", "mqtt", 1883, "tcp", "authentication", "none", "password"},
      {"EXP-XMPP-CLEAR", "xmpp", 5222, "tcp", "starttls", "offered", "required"},
      {"EXP-XMPP-CLEAR", "xmpp-server", 5269, "tcp", "starttls", "absent", "required"},
      {"EXP-SNMP-EXPOSED", "snmp", 161, "udp", "", "", ""},
      {"EXP-SNMP-PUBLIC", "snmp", 161, "udp", "community", "public", "autre"},
      {"EXP-SNMP-PUBLIC", "snmp", 161, "udp", "community", "private", "autre"},
      {"EXP-IPMI-EXPOSED", "ipmi", 623, "udp", "", "", ""},
      {"EXP-IPMI-CIPHER-ZERO", "ipmi", 623, "udp", "cipher_zero", "accepted", "refused"},
      {"EXP-SMART-INSTALL", "smart-install", 4786, "tcp", "", "", ""},
      {"EXP-WINBOX-EXPOSED", "winbox", 8291, "tcp", "", "", ""},
      {"EXP-AJP-EXPOSED", "ajp", 8009, "tcp", "", "", ""},
      {"EXP-RPCBIND-EXPOSED", "rpcbind", 111, "tcp", "", "", ""},
      {"EXP-SOCKS-OPEN", "socks5", 1080, "tcp", "authentication", "none", "wanted"},
      {"EXP-CAMERA-EXPOSED", "rtsp", 554, "tcp", "", "", ""},
      {"EXP-SIP-EXPOSED", "sip", 5060, "tcp", "", "", ""},
      {"EXP-NTP-MONLIST", "ntp", 123, "udp", "monlist", "answered", "refused"},
      {"EXP-NTP-CONTROL", "ntp", 123, "udp", "control", "answered", "refused"},
      {"EXP-OPEN-RESOLVER", "dns", 53, "udp", "recursion", "answered", "refused"},
      {"EXP-OPEN-RESOLVER", "dns", 53, "udp", "recursion", "offered", "refused"},
      {"EXP-DISCOVERY-EXPOSED", "ssdp", 1900, "udp", "", "", ""},
      {"EXP-DISCOVERY-EXPOSED", "mdns", 1900, "udp", "", "", ""},
      {"EXP-DISCOVERY-EXPOSED", "coap", 1900, "udp", "", "", ""},
      {"EXP-DICOM-EXPOSED", "dicom", 104, "tcp", "", "", ""},
      {"EXP-DICOM-ANY-TITLE", "dicom", 104, "tcp", "association", "accepted", "rejected"},
      {"EXP-DICOM-QUERY", "dicom", 104, "tcp", "offers", "verification, query", "verification"},
      {"EXP-DICOM-QUERY", "dicom", 104, "tcp", "offers", "verification, retrieve", "verification"},
      {"EXP-DICOM-QUERY", "dicom", 104, "tcp", "offers", "verification, worklist", "verification"},
      {"EXP-DICOM-STORE", "dicom", 104, "tcp", "offers", "verification, storage", "verification"},
      {"EXP-DICOM-STORE", "dicom", 104, "tcp", "offers", "verification, storage-commitment", "verification"},
      {"EXP-DICOM-STORE", "dicom", 104, "tcp", "offers", "verification, print", "verification"},
      {"EXP-HL7-EXPOSED", "hl7", 2575, "tcp", "", "", ""},
      {"EXP-MODBUS-EXPOSED", "modbus", 502, "tcp", "", "", ""},
      {"EXP-S7-EXPOSED", "s7", 102, "tcp", "", "", ""},
      {"EXP-BACNET-EXPOSED", "bacnet", 47808, "tcp", "", "", ""},
      {"EXP-ETHERNET-IP-EXPOSED", "ethernet-ip", 44818, "tcp", "", "", ""},
      {"EXP-FOX-EXPOSED", "fox", 1911, "tcp", "", "", ""},
      {"EXP-KNX-EXPOSED", "knx", 3671, "tcp", "", "", ""},
      {"EXP-IEC104-EXPOSED", "iec104", 2404, "tcp", "", "", ""},
      {"EXP-OPCUA-EXPOSED", "opc-ua", 4840, "tcp", "", "", ""},
      {"EXP-PPTP-EXPOSED", "pptp", 1723, "tcp", "", "", ""},
      {"EXP-L2TP-EXPOSED", "l2tp", 1701, "udp", "", "", ""},
      {"EXP-OPENVPN-NO-TLS-AUTH", "openvpn", 1194, "udp", "tls_auth", "absent", "present"},
      {"EXP-IMAP-CLEAR", "imap", 143, "tcp", "login_before_tls", "accepted", "disabled"},
      {"EXP-POP3-CLEAR", "pop3", 110, "tcp", "login_before_tls", "accepted", "disabled"},
      {"EXP-SMTP-NO-STARTTLS", "smtp", 25, "tcp", "starttls", "absent", "offered"},
      {"EXP-SMTP-AUTH-CLEAR", "smtp", 25, "tcp", "authentication_before_tls", "PLAIN, LOGIN", "absent"},
      {"EXP-SMTP-VRFY", "smtp", 25, "tcp", "vrfy", "offered", "absent"},
      {"EXP-SSH-EXPOSED", "ssh", 22, "tcp", "", "", ""},
      {"EXP-SSH-VERSION-1", "ssh", 22, "tcp", "protocol_version", "1.3", "2.0"},
      {"EXP-SSH-VERSION-1", "ssh", 22, "tcp", "protocol_version", "1.5", "2.0"},
      {"EXP-SSH-VERSION-1", "ssh", 22, "tcp", "protocol_version", "1.99", "2.0"},
      {"EXP-SSH-OLD-CIPHERS", "ssh", 22, "tcp", "ciphers", "verification, 3des-cbc", "aes256-ctr"},
      {"EXP-SSH-OLD-CIPHERS", "ssh", 22, "tcp", "ciphers", "verification, arcfour", "aes256-ctr"},
      {"EXP-SSH-OLD-CIPHERS", "ssh", 22, "tcp", "ciphers", "verification, arcfour128", "aes256-ctr"},
      {"EXP-SSH-OLD-CIPHERS", "ssh", 22, "tcp", "ciphers", "verification, arcfour256", "aes256-ctr"},
      {"EXP-SSH-OLD-CIPHERS", "ssh", 22, "tcp", "ciphers", "verification, blowfish-cbc", "aes256-ctr"},
      {"EXP-SSH-OLD-CIPHERS", "ssh", 22, "tcp", "ciphers", "verification, cast128-cbc", "aes256-ctr"},
      {"EXP-SSH-OLD-CIPHERS", "ssh", 22, "tcp", "ciphers", "verification, des-cbc", "aes256-ctr"},
      {"EXP-SSH-OLD-CIPHERS", "ssh", 22, "tcp", "ciphers", "verification, none", "aes256-ctr"},
      {"EXP-VNC-WEAK", "vnc", 5900, "tcp", "security", "VeNCrypt, VNC authentication", "VeNCrypt"},
      {"EXP-SMB-OLD-DIALECT", "smb", 445, "tcp", "dialect", "2.1", "3.0"},
      {"EXP-SMB-OLD-DIALECT", "smb", 445, "tcp", "dialect", "NT LM 0.12", "3.1.1"},
      {"EXP-SMB-ENCRYPTION", "smb", 445, "tcp", "encryption", "absent", "aes-128-gcm"},
      {"EXP-NFS-EVERYONE", "mountd", 20048, "tcp", "exports", "/a (192.0.2.0/24), /b (everyone)", "/a (192.0.2.0/24)"},
      {"EXP-FTP-EXPOSED", "ftp", 21, "tcp", "", "", ""},
      {"EXP-IMAP-NO-PASSWORD", "imap", 143, "tcp", "authentication", "none", "wanted"},
      {"EXP-KNX-PROGRAMMING", "knx", 3671, "udp", "programming_mode", "true", "false"},
      {"EXP-OPCUA-CLEAR", "opc-ua", 4840, "tcp", "security", "None (none), Basic256Sha256 (sign)",
       "Basic256Sha256 (sign and encrypt)"},
      {"EXP-OPCUA-ANONYMOUS", "opc-ua", 4840, "tcp", "anonymous", "true", "false"},
      {"EXP-SSH-OLD-MACS", "ssh", 22, "tcp", "macs", "hmac-sha2-256,hmac-md5", "hmac-sha2-256"},
      {"EXP-SSH-DSA-KEY", "ssh", 22, "tcp", "host_keys", "ssh-ed25519,ssh-dss", "ssh-ed25519"},
      {"EXP-DICOM-ECHO", "dicom", 104, "tcp", "echo", "answered", "status 0122"},
      {"EXP-IKE-WEAK", "ike", 500, "udp", "ike1_transform", "3des md5 psk modp1024", "aes256 sha256 psk modp2048"},
      {"EXP-IKE-WEAK", "ike", 500, "udp", "ike2_transform", "aes-cbc-256, sha1, modp1024", "aes-gcm-16, ecp256"},
      {"EXP-SOCKS-OPEN", "socks4", 1080, "tcp", "answer", "granted", "identity wanted"},
      {"EXP-SSH-OLD-EXCHANGE", "ssh", 22, "tcp", "kex", "verification, diffie-hellman-group1-sha1",
       "curve25519-sha256"},
      {"EXP-SSH-OLD-EXCHANGE", "ssh", 22, "tcp", "kex", "verification, diffie-hellman-group-exchange-sha1",
       "curve25519-sha256"},
      {"EXP-SSH-OLD-EXCHANGE", "ssh", 22, "tcp", "kex", "verification, diffie-hellman-group14-sha1",
       "curve25519-sha256"},
      {"EXP-SSH-OLD-EXCHANGE", "ssh", 22, "tcp", "kex", "verification, rsa1024-sha1", "curve25519-sha256"},
  };
  return all;
}

}  // namespace

TEST_CASE("a service that must not be seen from the internet fails its check wherever it stands",
          "[exposure][services]") {
  for (const auto& row : rows()) {
    if (!row.word.empty()) continue;
    INFO(row.check << " " << row.protocol);
    auto facts = test::sound_exposure();
    CHECK(test::verdict(row.check, facts) != Verdict::fail);
    test::add_service(facts, row.protocol, 40'000, row.transport);
    const auto finding = test::failure(row.check, facts);
    CHECK(finding.object == fmt::format("192.0.2.66:40000/{}", row.transport));
    CHECK(finding.evidence.at("protocol") == row.protocol);
    facts.origin.vantage = "internal";
    CHECK(test::verdict(row.check, facts) == Verdict::not_applicable);
  }
}

TEST_CASE("a word that a service says decides its check", "[exposure][services]") {
  for (const auto& row : rows()) {
    if (row.word.empty()) continue;
    INFO(row.check << " " << row.word << "=" << row.bad);
    auto facts = test::sound_exposure();
    CHECK(test::verdict(row.check, facts) != Verdict::fail);
    auto& said = test::add_service(facts, row.protocol, 40'000, row.transport).said[std::string(row.word)];
    said = row.bad;
    CHECK(test::failures(row.check, facts) == 1);
    said = row.good;
    CHECK(test::failures(row.check, facts) == 0);
    CHECK(test::verdict(row.check, facts) == Verdict::pass);
  }
}

TEST_CASE("what nobody could identify on a usual port is unknown, never a pass", "[exposure][services]") {
  for (const auto& row : rows()) {
    if (row.transport == "udp") continue;
    INFO(row.check);
    auto facts = test::sound_exposure();
    auto& service = test::add_service(facts, "", row.port);
    CHECK(test::verdict(row.check, facts) == Verdict::unknown);
    service.identified = {net::Outcome::absent, "not-understood"};
    CHECK(test::verdict(row.check, facts) != Verdict::unknown);
    CHECK(test::verdict(row.check, facts) != Verdict::fail);
  }
}

TEST_CASE("a word that was not said is unknown, unless its absence is sound", "[exposure][services]") {
  auto facts = test::sound_exposure();
  test::add_service(facts, "redis", 6379);
  CHECK(test::verdict("EXP-REDIS-OPEN", facts) == Verdict::unknown);
  facts = test::sound_exposure();
  test::add_service(facts, "snmp", 161, "udp");
  CHECK(test::verdict("EXP-SNMP-PUBLIC", facts) == Verdict::pass);
  facts = test::sound_exposure();
  test::add_service(facts, "smtp", 465).tls = true;
  CHECK(test::verdict("EXP-SMTP-AUTH-CLEAR", facts) == Verdict::pass);
}

TEST_CASE("a word between bad and good is unknown", "[exposure][services]") {
  auto facts = test::sound_exposure();
  test::add_service(facts, "mqtt", 1883).said["authentication"] = "unavailable";
  CHECK(test::verdict("EXP-MQTT-OPEN", facts) == Verdict::unknown);
}

TEST_CASE("a print port that is open fails by itself: nothing may be asked there", "[exposure][services]") {
  constexpr auto check = "EXP-RAW-PRINT-EXPOSED";
  for (const auto port : std::array<std::uint16_t, 3>{515, 9100, 9107}) {
    auto facts = test::sound_exposure();
    CHECK(test::verdict(check, facts) == Verdict::pass);
    test::add_service(facts, "", port);
    CHECK(test::failure(check, facts).object == fmt::format("192.0.2.66:{}/tcp", port));
    auto& host = facts.hosts.emplace_back();
    host.address = "192.0.2.66";
    host.answers_everywhere = true;
    CHECK(test::verdict(check, facts) == Verdict::unknown);
    facts.origin.vantage = "internal";
    CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  }
  auto facts = test::sound_exposure();
  for (const auto port : std::array<std::uint16_t, 4>{514, 516, 9099, 9108}) test::add_service(facts, "", port);
  test::add_service(facts, "", 9100, "udp");
  test::add_service(facts, "http", 9101);
  CHECK(test::verdict(check, facts) == Verdict::pass);
}
