// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/names.hpp"

#include "audits/exposure/feeds/versions/digits.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>

namespace hygie::exposure::feeds {
namespace {

constexpr CveId year_factor = 10'000'000'000;

/// The parts of a CPE 2.3 name, at colons that no backslash protects; backslashes are taken away.
std::vector<std::string> split_cpe(std::string_view text) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      parts.back() += text[++i];
    } else if (text[i] == ':') {
      parts.emplace_back();
    } else {
      parts.back() += text[i];
    }
  }
  return parts;
}

std::string part_or_any(const std::vector<std::string>& parts, std::size_t at) {
  return at < parts.size() && !parts[at].empty() ? parts[at] : "*";
}

struct Alias {
  ProductName known;  // as a CPE
  ProductName other;  // as the CVE list or KEV says it
};

/// Where the CPE dictionary and the makers' own records differ by more than spelling (looked up in both).
const std::vector<Alias>& aliases() {
  static const std::vector<Alias> all{
      {{"apache", "httpserver"}, {"apachesoftwarefoundation", "apachehttpserver"}},
      {{"apache", "httpserver"}, {"apache", "apachehttpserver"}},
      {{"apache", "tomcat"}, {"apachesoftwarefoundation", "apachetomcat"}},
      {{"apache", "activemq"}, {"apachesoftwarefoundation", "apacheactivemq"}},
      {{"citrix", "netscalerapplicationdeliverycontroller"}, {"netscaler", "adc"}},
      {{"citrix", "netscalerapplicationdeliverycontroller"}, {"citrix", "netscaleradc"}},
      {{"citrix", "netscalerapplicationdeliverycontroller"}, {"citrix", "netscaleradcandnetscalergateway"}},
      {{"citrix", "netscalergateway"}, {"netscaler", "gateway"}},
      {{"citrix", "netscalergateway"}, {"citrix", "netscaleradcandnetscalergateway"}},
      {{"cisco", "adaptivesecurityappliancesoftware"}, {"cisco", "ciscoadaptivesecurityapplianceasasoftware"}},
      {{"cisco", "adaptivesecurityappliancesoftware"}, {"cisco", "adaptivesecurityapplianceasasoftware"}},
      {{"ivanti", "connectsecure"}, {"ivanti", "ics"}},
      {{"ivanti", "connectsecure"}, {"ivanti", "connectsecurepolicysecureandneurons"}},
      {{"f5", "nginx"}, {"nginx", "nginx"}},
      {{"f5", "nginx"}, {"f5", "nginxopensource"}},
      {{"f5", "bigip"}, {"f5", "bigipaccesspolicymanager"}},
      {{"vmware", "esxi"}, {"vmware", "vmwareesxi"}},
      {{"vmware", "vcenterserver"}, {"vmware", "vmwarevcenterserver"}},
      {{"oracle", "mysql"}, {"oracle", "mysqlserver"}},
      {{"isc", "bind"}, {"isc", "bind9"}},
      {{"mariadb", "mariadb"}, {"mariadbfoundation", "mariadb"}},
      {{"redis", "redis"}, {"redislabs", "redis"}},
      {{"microsoft", "exchangeserver"}, {"microsoft", "microsoftexchangeserver"}},
  };
  return all;
}

/// %1 and %2 stand for the first number, and the first two, of the version: Debian names some packages so.
struct Packaged {
  std::string_view vendor, product, package;
};

constexpr std::array packaged{
    Packaged{"openbsd", "openssh", "openssh"},
    Packaged{"apache", "httpserver", "apache2"},
    Packaged{"f5", "nginx", "nginx"},
    Packaged{"nginx", "nginx", "nginx"},
    Packaged{"exim", "exim", "exim4"},
    Packaged{"postfix", "postfix", "postfix"},
    Packaged{"dovecot", "dovecot", "dovecot"},
    Packaged{"vsftpdproject", "vsftpd", "vsftpd"},
    Packaged{"proftpd", "proftpd", "proftpd-dfsg"},
    Packaged{"pureftpd", "pureftpd", "pure-ftpd"},
    Packaged{"samba", "samba", "samba"},
    Packaged{"isc", "bind", "bind9"},
    Packaged{"mariadb", "mariadb", "mariadb"},
    Packaged{"postgresql", "postgresql", "postgresql-%1"},
    Packaged{"redis", "redis", "redis"},
    Packaged{"openssl", "openssl", "openssl"},
    Packaged{"lighttpd", "lighttpd", "lighttpd"},
    Packaged{"haproxy", "haproxy", "haproxy"},
    Packaged{"squidcache", "squid", "squid"},
    Packaged{"openvpn", "openvpn", "openvpn"},
    Packaged{"strongswan", "strongswan", "strongswan"},
    Packaged{"memcached", "memcached", "memcached"},
    Packaged{"eclipse", "mosquitto", "mosquitto"},
    Packaged{"dropbearsshproject", "dropbearssh", "dropbear"},
    Packaged{"apache", "tomcat", "tomcat%1"},
    Packaged{"php", "php", "php%2"},
    Packaged{"netsnmp", "netsnmp", "net-snmp"},
    Packaged{"thekelleys", "dnsmasq", "dnsmasq"},
    Packaged{"tigervnc", "tigervnc", "tigervnc"},
    Packaged{"neutrinolabs", "xrdp", "xrdp"},
    Packaged{"offis", "dcmtk", "dcmtk"},
    Packaged{"orthancserver", "orthanc", "orthanc"},
    Packaged{"samba", "rsync", "rsync"},
    Packaged{"cyrusimap", "cyrusimap", "cyrus-imapd"},
    Packaged{"cyrus", "imap", "cyrus-imapd"},
    Packaged{"oracle", "mysql", "mysql-%2"},
    Packaged{"sendmail", "sendmail", "sendmail"},
    Packaged{"powerdns", "authoritative", "pdns"},
    Packaged{"powerdns", "recursor", "pdns-recursor"},
    Packaged{"nlnetlabs", "unbound", "unbound"},
    Packaged{"nlnetlabs", "nameserverdaemon", "nsd"},
    Packaged{"ntp", "ntp", "ntp"},
    Packaged{"ntpsec", "ntpsec", "ntpsec"},
    Packaged{"libssh", "libssh", "libssh"},
    Packaged{"paramiko", "paramiko", "paramiko"},
    Packaged{"kamailio", "kamailio", "kamailio"},
    Packaged{"openbsd", "opensmtpd", "opensmtpd"},
    Packaged{"miniupnpproject", "miniupnpd", "miniupnpd"},
    Packaged{"openldap", "openldap", "openldap"},
    Packaged{"cups", "cups", "cups"},
    Packaged{"rabbitmq", "rabbitmq", "rabbitmq-server"},
};

}  // namespace

std::string normal(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (is_digit(c) || (c >= 'a' && c <= 'z') || c == '+' || c == '#') out += c;
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    if (static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  constexpr std::array<std::string_view, 5> nothing{"na", "unknown", "unspecified", "none", "multiple"};
  return std::find(nothing.begin(), nothing.end(), out) == nothing.end() ? out : std::string{};
}

std::optional<CpeName> parse_cpe(std::string_view text) {
  const bool uri = text.starts_with("cpe:/");
  if (!uri && !text.starts_with("cpe:2.3:")) return std::nullopt;
  const auto parts = split_cpe(text.substr(uri ? 5 : 8));
  if (parts.size() < 3 || parts[0].size() != 1 || parts[1].empty() || parts[2].empty()) return std::nullopt;
  CpeName out;
  out.part = parts[0][0];
  out.vendor = parts[1];
  out.product = parts[2];
  out.version = part_or_any(parts, 3);
  out.update = part_or_any(parts, 4);
  if (!uri) out.target_software = part_or_any(parts, 8);
  return out;
}

std::optional<CveId> parse_cve(std::string_view text) {
  if (!text.starts_with("CVE-") || text.size() < 13 || text.size() > 19 || text[8] != '-') return std::nullopt;
  const auto digits = text.substr(9);
  CveId year = 0, number = 0;
  const auto* end = text.data() + text.size();
  if (std::from_chars(text.data() + 4, text.data() + 8, year).ptr != text.data() + 8) return std::nullopt;
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  if (std::from_chars(digits.data(), end, number).ptr != end || year < 1990 || number >= year_factor)
    return std::nullopt;
  return year * year_factor + number;
}

std::string cve_text(CveId id) { return fmt::format("CVE-{:04}-{:04}", id / year_factor, id % year_factor); }

std::vector<ProductName> names_of(std::string_view vendor, std::string_view product) {
  std::vector<ProductName> out{{std::string(vendor), std::string(product)}};
  for (const auto& one : aliases()) {
    if (one.known == out.front()) out.push_back(one.other);
    if (one.other == out.front()) out.push_back(one.known);
  }
  return out;
}

std::string debian_package(std::string_view vendor, std::string_view product, std::string_view version) {
  const auto* found = std::find_if(packaged.begin(), packaged.end(), [&](const Packaged& one) {
    return (one.vendor == vendor || vendor.empty()) && one.product == product;
  });
  if (found == packaged.end()) return {};
  std::string package(found->package);
  const auto percent = package.find('%');
  if (percent == std::string::npos) return package;
  std::size_t end = 0;
  int numbers = package[percent + 1] - '0';
  while (end < version.size() && (is_digit(version[end]) || (version[end] == '.' && --numbers > 0))) ++end;
  return package.substr(0, percent) + std::string(version.substr(0, end));
}

}  // namespace hygie::exposure::feeds
