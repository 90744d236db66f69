// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/databases/databases.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <algorithm>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::NetworkCursor;

/// The version of a MySQL greeting; MariaDB's begins with "5.5.5-", which no MariaDB ever was.
void version_of(std::string_view version, Said& said) {
  constexpr std::string_view replicas = "5.5.5-";
  const bool maria = version.find("MariaDB") != std::string_view::npos;
  if (maria && version.starts_with(replicas)) version.remove_prefix(replicas.size());
  said["product"] = maria ? "MariaDB" : "MySQL";
  said["banner"] = version;
  said["version"] = version.substr(0, version.find('-'));
}

/// The fields of a PostgreSQL error: a letter and a text ended by a zero, until a zero.
Said postgres_error(Bytes body) {
  Said said;
  auto text = net::as_text(body);
  while (!text.empty() && text[0] != '\0') {
    const auto end = text.find('\0', 1);
    if (end == std::string_view::npos) break;
    if (text[0] == 'C') said["code"] = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
  }
  return said;
}

}  // namespace

Step read_mysql(Bytes heard) {
  if (heard.size() < 5) return Step::waits();
  const std::size_t size = heard[0] | static_cast<unsigned>(heard[1]) << 8U | static_cast<unsigned>(heard[2]) << 16U;
  if (heard[3] != 0 || size < 4 || size > longest_line || (heard[4] != 0x0a && heard[4] != 0xff))
    return Step::refuses();
  if (heard.size() < size + 4) return Step::waits();
  const auto body = heard.subspan(5, size - 1);
  Identity service{"mysql", {}};
  if (heard[4] == 0xff) {
    service.said["authentication"] = "host refused";
    service.said["code"] = std::to_string(body[0] | static_cast<unsigned>(body[1]) << 8U);
    return Step::knows(std::move(service));
  }
  const auto end = std::find(body.begin(), body.end(), std::uint8_t{0});
  if (end == body.end()) return Step::refuses();
  const auto version = net::as_text(body.first(static_cast<std::size_t>(end - body.begin())));
  // after the version: thread id 4, salt 8, filler 1, capabilities 2
  const auto after = body.subspan(version.size() + 1);
  if (after.size() < 15) return Step::refuses();
  constexpr unsigned client_ssl = 0x0800;
  version_of(version, service.said);
  service.said["tls"] = ((after[13] | static_cast<unsigned>(after[14]) << 8U) & client_ssl) != 0 ? "offered" : "absent";
  return Step::knows(std::move(service));
}

Step read_redis(Bytes heard) {
  const auto line = first_line(net::as_text(heard));
  if (!line) return heard.size() < longest_line ? Step::waits() : Step::refuses();
  if (*line == "+PONG") return Step::knows({"redis", {{"authentication", "none"}}});
  if (line->starts_with("-NOAUTH")) return Step::knows({"redis", {{"authentication", "password"}}});
  if (line->starts_with("-DENIED")) return Step::knows({"redis", {{"authentication", "protected mode"}}});
  return Step::refuses();
}

Step read_memcached(Bytes heard) {
  const auto line = first_line(net::as_text(heard));
  if (!line) return heard.size() < longest_line ? Step::waits() : Step::refuses();
  constexpr std::string_view word = "VERSION ";
  if (!line->starts_with(word)) return Step::refuses();
  return Step::knows(
      {"memcached",
       {{"product", "memcached"}, {"version", std::string(line->substr(word.size()))}, {"authentication", "none"}}});
}

net::Buffer postgres_startup() {
  net::NetworkWriter out;
  out.u32(0).u32(0x00030000);
  for (const std::string_view word : {"user", "hygie", "database", "hygie"}) out.text(word).u8(0);
  out.u8(0);
  auto bytes = out.take();
  bytes[3] = static_cast<std::uint8_t>(bytes.size());  // its length, itself included
  return bytes;
}

Step read_postgres(Bytes heard) {
  if (heard.empty()) return Step::waits();
  if (heard[0] != 'R' && heard[0] != 'E') return Step::refuses();
  if (heard.size() < 5) return Step::waits();
  const std::size_t size = NetworkCursor(heard.subspan(1)).u32();
  if (size < 5 || size > longest_line) return Step::refuses();
  if (heard.size() < size + 1) return Step::waits();
  const auto body = heard.subspan(5, size - 4);
  Identity service{"postgresql", {{"product", "PostgreSQL"}}};
  if (heard[0] == 'E') {
    auto error = postgres_error(body);
    if (!error.contains("code")) return Step::refuses();
    service.said.merge(error);
    service.said["authentication"] = "refused";
    return Step::knows(std::move(service));
  }
  switch (NetworkCursor(body).u32()) {
    case 0: service.said["authentication"] = "none"; break;
    case 3: service.said["authentication"] = "password in clear"; break;
    case 5: service.said["authentication"] = "md5"; break;
    case 7: service.said["authentication"] = "gssapi"; break;
    case 10: service.said["authentication"] = "sasl"; break;
    default: return Step::refuses();
  }
  return Step::knows(std::move(service));
}

}  // namespace hygie::exposure
