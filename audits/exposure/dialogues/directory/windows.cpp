// SPDX-License-Identifier: EUPL-1.2
// The small services of a Windows machine: the endpoint mapper and the two of NetBIOS.
#include "audits/exposure/dialogues/directory/directory.hpp"
#include "audits/exposure/dialogues/support/text.hpp"
#include "net/little.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::LittleCursor;

/// A name of NetBIOS as it travels (RFC 1001, 14.1): sixteen characters, each in two letters.
std::string encoded_name(std::string_view name, char suffix, char padding) {
  std::string sixteen(name);
  sixteen.resize(15, padding);
  sixteen += suffix;
  std::string out;
  for (const auto c : sixteen) {
    const auto byte = static_cast<unsigned char>(c);
    out += static_cast<char>('A' + (byte >> 4U));
    out += static_cast<char>('A' + (byte & 15U));
  }
  return out;
}

constexpr std::array<std::uint8_t, 16> endpoint_mapper{0x08, 0x83, 0xaf, 0xe1, 0x1f, 0x5d, 0xc9, 0x11,
                                                       0x91, 0xa4, 0x08, 0x00, 0x2b, 0x14, 0xa0, 0xfa};
constexpr std::array<std::uint8_t, 16> ndr{0x04, 0x5d, 0x88, 0x8a, 0xeb, 0x1c, 0xc9, 0x11,
                                           0x9f, 0xe8, 0x08, 0x00, 0x2b, 0x10, 0x48, 0x60};

}  // namespace

net::Buffer msrpc_bind() {
  net::LittleWriter out;
  // version 5.0, bind, first and last fragment, little endian (C706, 12.6.4.3)
  out.u8(5).u8(0).u8(11).u8(3).u32(0x10).u16(72).u16(0).u32(1);
  out.u16(4280).u16(4280).u32(0).u8(1).zeros(3);
  out.u16(0).u8(1).u8(0).bytes(endpoint_mapper).u32(3).bytes(ndr).u32(2);
  return out.take();
}

Step read_msrpc(Bytes heard) {
  constexpr std::array<std::uint8_t, 2> head{5, 0};
  const auto some = std::min(heard.size(), head.size());
  if (!std::equal(heard.begin(), heard.begin() + static_cast<std::ptrdiff_t>(some), head.begin()))
    return Step::refuses();
  if (heard.size() < 16) return Step::waits();
  const auto kind = heard[2];
  LittleCursor at(heard.subspan(8));
  const std::size_t size = at.u16();
  at.u16();
  const auto call = at.u32();
  constexpr std::uint8_t bind_ack = 12, bind_nak = 13;
  if (size < 18 || size > 8192 || call != 1 || (kind != bind_ack && kind != bind_nak)) return Step::refuses();
  if (heard.size() < size) return Step::waits();
  Identity service{"msrpc", {{"bind", kind == bind_ack ? "accepted" : "refused"}}};
  if (kind == bind_nak) return Step::knows(std::move(service));
  LittleCursor body(heard.subspan(16, size - 16));
  body.take(8);
  const auto address = net::as_text(body.take(body.u16()));
  if (!body.ok()) return Step::refuses();
  service.said["endpoint"] = bounded(until_zero(address), 64);
  return Step::knows(std::move(service));
}

net::Buffer netbios_session() {
  net::NetworkWriter out;
  out.u16(0x8100).u16(68);
  out.u8(32).text(encoded_name("*SMBSERVER", ' ', ' ')).u8(0);
  out.u8(32).text(encoded_name("HYGIE", '\0', ' ')).u8(0);
  return out.take();
}

Step read_netbios_session(Bytes heard) {
  constexpr std::uint8_t positive = 0x82, negative = 0x83;
  if (heard.empty()) return Step::waits();
  if (heard[0] != positive && heard[0] != negative) return Step::refuses();
  if (heard.size() < 4) return Step::waits();
  const std::size_t size = net::NetworkCursor(heard).u32() & 0xffffffU;
  if (size != (heard[0] == positive ? 0U : 1U)) return Step::refuses();
  if (heard.size() < 4 + size) return Step::waits();
  Identity service{"netbios-ssn", {{"session", size == 0 ? "accepted" : "refused"}}};
  if (size == 1) service.said["code"] = fmt::format("{:02x}", heard[4]);
  return Step::knows(std::move(service));
}

net::Buffer netbios_status() {
  net::NetworkWriter out;
  out.u16(0x6879).u16(0).u16(1).u16(0).u16(0).u16(0);
  out.u8(32).text(encoded_name("*", '\0', '\0')).u8(0).u16(0x21).u16(1);
  return out.take();
}

Step read_netbios_status(Bytes heard) {
  net::NetworkCursor at(heard);
  const auto id = at.u16(), flags = at.u16();
  if (at.u16() != 0 || id != 0x6879 || (flags & 0x8000U) == 0) return Step::refuses();
  at.take(6);
  if (at.u8() != 32) return Step::refuses();
  at.take(33);
  if (at.u16() != 0x21) return Step::refuses();
  at.take(6);
  at.u16();
  const auto count = at.u8();
  Identity service{"netbios-ns", {}};
  for (unsigned i = 0; i < count; ++i) {
    const auto name = std::string(trimmed(until_zero(net::as_text(at.take(15)))));
    const auto suffix = at.u8();
    const bool group = (at.u16() & 0x8000U) != 0;
    if (!at.ok()) return Step::refuses();
    append_to_list(service.said["names"], fmt::format("{}<{:02x}>{}", name, suffix, group ? " group" : ""));
    if (suffix == 0) service.said.emplace(group ? "domain" : "host", name);
    if (suffix == 0x1c && group) service.said["domain_controllers"] = name;
  }
  service.said["mac"] = hexadecimal(at.take(6));
  return at.ok() ? Step::knows(std::move(service)) : Step::refuses();
}

}  // namespace hygie::exposure
