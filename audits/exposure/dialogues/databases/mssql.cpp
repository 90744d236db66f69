// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/databases/databases.hpp"
#include "audits/exposure/dialogues/support/text.hpp"
#include "net/little.hpp"

#include <fmt/format.h>
#include <array>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::NetworkCursor;

constexpr std::uint8_t prelogin = 0x12, tabular_result = 0x04, end_of_message = 1;
enum Option : std::uint8_t { version = 0, encryption = 1, instance = 2, thread = 3, terminator = 0xff };
constexpr std::size_t header = 8;

void read_option(std::uint8_t option, Bytes data, Said& said) {
  NetworkCursor at(data);
  if (option == version && data.size() >= 4) {
    const auto major = at.u8(), minor = at.u8();
    said["version"] = fmt::format("{}.{}.{}", major, minor, at.u16());
  } else if (option == encryption && data.size() == 1) {
    constexpr std::array<std::string_view, 4> ways{"login only", "on", "absent", "required"};
    said["encryption"] = data[0] < ways.size() ? std::string(ways.at(data[0])) : fmt::format("{}", data[0]);
  }
}

}  // namespace

net::Buffer mssql_prelogin() {
  // what each option holds, in the order of the list in front, which gives their places
  constexpr std::array<std::pair<std::uint8_t, std::size_t>, 4> options{
      {{version, 6}, {encryption, 1}, {instance, 1}, {thread, 4}}};
  net::NetworkWriter out;
  std::size_t place = options.size() * 5 + 1;
  std::size_t total = place + 12;
  out.u8(prelogin).u8(end_of_message).u16(static_cast<unsigned>(header + total)).u16(0).u8(0).u8(0);
  for (const auto& [option, size] : options) {
    out.u8(option).u16(static_cast<unsigned>(place)).u16(static_cast<unsigned>(size));
    place += size;
  }
  out.u8(terminator);
  for (std::size_t i = 0; i < 12; ++i) out.u8(0);
  return out.take();
}

Step read_mssql(Bytes heard) {
  if (heard.empty()) return Step::waits();
  if (heard[0] != tabular_result || (heard.size() > 1 && heard[1] != end_of_message)) return Step::refuses();
  if (heard.size() < header) return Step::waits();
  const std::size_t size = NetworkCursor(heard.subspan(2)).u16();
  if (size < header + 6 || size > longest_line || (heard.size() > header && heard[header] != version))
    return Step::refuses();
  if (heard.size() < size) return Step::waits();
  const auto body = heard.subspan(header, size - header);
  Identity service{"mssql", {}};
  NetworkCursor at(body);
  for (auto option = at.u8(); option != terminator && at.ok(); option = at.u8()) {
    const std::size_t place = at.u16(), length = at.u16();
    if (place + length > body.size()) return Step::refuses();
    read_option(option, body.subspan(place, length), service.said);
  }
  if (!at.ok() || !service.said.contains("version")) return Step::refuses();
  return Step::knows(std::move(service));
}

net::Buffer mssql_browse() { return {0x03}; }

/// "ServerName;X;InstanceName;Y;IsClustered;No;Version;15.0.2000.5;tcp;1433;;", one such text an instance.
Step read_mssql_browser(Bytes heard) {
  net::LittleCursor at(heard);
  const auto kind = at.u8();
  const auto text = net::as_text(at.take(at.u16()));
  if (!at.ok() || kind != 5 || !text.starts_with("ServerName;")) return Step::refuses();
  Identity service{"mssql-browser", {}};
  std::string key;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find(';', start), text.size());
    const auto word = text.substr(start, end - start);
    start = end + 1;
    if (key.empty()) {
      key = word;
      continue;
    }
    if (key == "ServerName") service.said["host"] = bounded(word);
    if (key == "InstanceName") append_to_list(service.said["instances"], bounded(word, 64));
    if (key == "Version") append_to_list(service.said["version"], bounded(word, 32));
    if (key == "tcp") append_to_list(service.said["ports"], bounded(word, 8));
    key.clear();
  }
  return Step::knows(std::move(service));
}

}  // namespace hygie::exposure
