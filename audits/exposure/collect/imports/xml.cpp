// SPDX-License-Identifier: EUPL-1.2
// nmap and OpenVAS: XML, read by pugixml, which resolves no entity of its own making and fetches nothing.
#include "audits/exposure/collect/imports/imports.hpp"
#include "core/calendar.hpp"
#include "core/i18n.hpp"

#include <array>
#include <charconv>
#include <pugixml.hpp>

namespace hygie::exposure {
namespace {

using core::failure;
using core::tr;

/// nmap's word for a service, when it spoke with it, and ours.
std::string protocol_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> words{{{"ms-wbt-server", "rdp"},
                                                                                 {"microsoft-ds", "smb"},
                                                                                 {"domain", "dns"},
                                                                                 {"https", "http"},
                                                                                 {"http-proxy", "http"},
                                                                                 {"kerberos-sec", "kerberos"},
                                                                                 {"ms-sql-s", "mssql"},
                                                                                 {"oracle-tns", "oracle"},
                                                                                 {"mongod", "mongodb"},
                                                                                 {"X11", "x11"},
                                                                                 {"ajp13", "ajp"},
                                                                                 {"imaps", "imap"},
                                                                                 {"pop3s", "pop3"},
                                                                                 {"smtps", "smtp"}}};
  for (const auto& [theirs, ours] : words)
    if (name == theirs) return std::string(ours);
  return std::string(name);
}

std::uint16_t port_of(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc{} && end == text.data() + text.size() ? port : std::uint16_t{0};
}

/// "cpe:/a:openbsd:openssh:9.2p1" as CPE 2.3.
std::string cpe23(std::string_view uri) {
  if (!uri.starts_with("cpe:/")) return std::string(uri);
  std::string out = "cpe:2.3";
  std::size_t parts = 0;
  for (auto rest = uri.substr(5); !rest.empty() && parts < 11; ++parts) {
    const auto colon = rest.find(':');
    const auto part = rest.substr(0, colon);
    out += ":" + (part.empty() ? std::string("*") : std::string(part));
    rest = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 1);
  }
  for (; parts < 11; ++parts) out += ":*";
  return out;
}

void read_port(const pugi::xml_node& node, const std::string& address, ToolResults& out) {
  if (std::string_view(node.child("state").attribute("state").value()) != "open") return;
  Service service;
  service.address = address;
  service.port = port_of(node.attribute("portid").value());
  service.transport = node.attribute("protocol").as_string("tcp");
  service.sources = {"nmap"};
  if (service.port == 0) return;
  const auto said = node.child("service");
  // A name by the number of the port alone ("table") is a guess, not a fact.
  if (std::string_view(said.attribute("method").value()) == "probed") {
    service.protocol = protocol_of(said.attribute("name").value());
    service.tls = std::string_view(said.attribute("tunnel").value()) == "ssl";
    service.identified.outcome = net::Outcome::present;
    if (said.attribute("product"))
      service.products.push_back({.name = said.attribute("product").value(),
                                  .version = said.attribute("version").value(),
                                  .cpe = cpe23(said.child("cpe").text().get()),
                                  .source = "import"});
  } else {
    service.identified = {net::Outcome::unknown, "not-asked"};
  }
  out.services.push_back(std::move(service));
}

ToolResults read_nmap(const pugi::xml_node& root) {
  ToolResults out{.tool = "nmap", .services = {}, .findings = {}};
  for (const auto host : root.children("host")) {
    std::string address;
    for (const auto one : host.children("address"))
      if (std::string_view(one.attribute("addrtype").value()).starts_with("ipv"))
        address = one.attribute("addr").value();
    if (address.empty()) continue;
    for (const auto port : host.child("ports").children("port")) read_port(port, address, out);
  }
  return out;
}

/// "443/tcp" or "general/tcp".
std::string target_of(const std::string& host, std::string_view port) {
  const auto number = port.substr(0, port.find('/'));
  if (port_of(number) == 0) return host;
  return (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" + std::string(port);
}

void read_openvas_result(const pugi::xml_node& node, ToolResults& out) {
  const auto nvt = node.child("nvt");
  Imported one{.tool = "openvas"};
  one.rule = nvt.attribute("oid").value();
  one.title = node.child("name").text().get();
  const auto score = node.child("severity").text().as_double(-1);
  one.severity = score >= 0 ? severity_of_score(score) : severity_of(node.child("threat").text().get());
  one.target = target_of(node.child("host").text().get(), node.child("port").text().get());
  std::string references;
  for (const auto reference : nvt.child("refs").children("ref"))
    references += std::string(reference.attribute("id").value()) + " ";
  one.cves = cves_in(references + nvt.child("cve").text().get());
  if (const auto at = core::parse_instant(node.child("creation_time").text().get())) one.seen = *at;
  if (!one.target.empty() && !one.title.empty()) out.findings.push_back(std::move(one));
}

void walk_openvas(const pugi::xml_node& node, ToolResults& out, unsigned depth) {
  constexpr unsigned deepest = 16;  // get_reports_response > report > report > results > result
  if (depth > deepest) return;
  for (const auto child : node.children()) {
    if (std::string_view(child.name()) == "result" && child.child("nvt")) {
      read_openvas_result(child, out);
    } else {
      walk_openvas(child, out, depth + 1);
    }
  }
}

}  // namespace

core::Result<ToolResults> read_xml_results(std::string_view text, const std::string& path) {
  // None of these tools declares entities; pugixml would leave them unexpanded, and a name that is not one.
  if (const auto at = text.find("<!ENTITY"); at != std::string_view::npos)
    return failure(core::ErrorCode::parse, tr("this XML declares entities, which no known tool does: it is refused"),
                   line_of(text, at, path));
  pugi::xml_document document;
  const auto parsed = document.load_buffer(text.data(), text.size(), pugi::parse_default);
  const auto root = document.document_element();
  // nmap that was interrupted leaves its last elements open: what is whole before them is read.
  const bool usable = parsed || (parsed.status == pugi::status_end_element_mismatch && root);
  if (!usable)
    return failure(core::ErrorCode::parse, tr("this XML is damaged: {}", parsed.description()),
                   line_of(text, static_cast<std::size_t>(parsed.offset), path));
  const std::string_view name = root.name();
  if (name == "nmaprun") {
    auto out = read_nmap(root);
    out.cut_short = !parsed || !root.child("runstats");
    return out;
  }
  if (name == "report" || name == "get_reports_response") {
    ToolResults out{.tool = "openvas", .services = {}, .findings = {}};
    walk_openvas(root, out, 0);
    out.cut_short = !parsed;
    return out;
  }
  return failure(core::ErrorCode::parse, tr("this XML begins with <{}>: neither nmap's nor OpenVAS's", name), path);
}

}  // namespace hygie::exposure
