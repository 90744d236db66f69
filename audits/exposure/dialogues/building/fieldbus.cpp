// SPDX-License-Identifier: EUPL-1.2
// Buses whose identification is one question: EtherNet/IP, Niagara Fox, IEC 60870-5-104, KNXnet/IP.
#include "audits/exposure/dialogues/building/building.hpp"
#include "audits/exposure/dialogues/support/text.hpp"
#include "net/little.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::LittleCursor;
using net::NetworkCursor;

/// "name=s:text" in a hello of Fox.
std::string fox_value(std::string_view text, std::string_view name) {
  for (const auto line : whole_lines(text)) {
    if (!line.starts_with(name) || line.size() < name.size() + 3 || line[name.size()] != '=') continue;
    return bounded(trimmed(line.substr(name.size() + 3)));
  }
  return {};
}

}  // namespace

net::Buffer ethernet_ip_identity() {
  net::LittleWriter out;
  out.u16(0x63).u16(0).u32(0).u32(0).u64(0).u32(0);
  return out.take();
}

Step read_ethernet_ip(Bytes heard) {
  if (!heard.empty() && heard[0] != 0x63) return Step::refuses();
  if (heard.size() < 24) return Step::waits();
  LittleCursor at(heard);
  const auto command = at.u16();
  const std::size_t size = at.u16();
  if (command != 0x63 || size < 2 || size > 2048) return Step::refuses();
  if (heard.size() < 24 + size) return Step::waits();
  LittleCursor body(heard.subspan(24, size));
  const auto items = body.u16();
  Identity service{"ethernet-ip", {}};
  if (items == 0) return body.ok() ? Step::knows(std::move(service)) : Step::refuses();
  const auto kind = body.u16();
  LittleCursor item(body.take(body.u16()));
  item.take(18);
  const auto vendor = item.u16();
  const auto type = item.u16();
  const auto code = item.u16();
  const auto major = item.u8();
  const auto minor = item.u8();
  item.u16();
  const auto serial = item.u32();
  const auto name = net::as_text(item.take(item.u8()));
  if (!item.ok() || kind != 0x0c) return Step::refuses();
  service.said = {{"vendor_number", std::to_string(vendor)}, {"device_type", std::to_string(type)},
                  {"product_code", std::to_string(code)},    {"version", fmt::format("{}.{}", major, minor)},
                  {"serial", fmt::format("{:08x}", serial)}, {"product", bounded(name)}};
  return Step::knows(std::move(service));
}

net::Buffer fox_hello() { return text_bytes("fox a 1 -1 fox hello\n{\nfox.version=s:1.0\nid=i:1\n};;\n"); }

Step read_fox(Bytes heard) {
  constexpr std::string_view head = "fox a ";
  const auto text = net::as_text(heard);
  if (!head.starts_with(text.substr(0, head.size()))) return Step::refuses();
  const auto end = text.find("};;");
  if (end == std::string_view::npos) return text.size() < 16384 ? Step::waits() : Step::refuses();
  const auto hello = text.substr(0, end);
  Identity service{"fox", {}};
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> facts{{{"fox.version", "fox_version"},
                                                                                {"hostName", "host"},
                                                                                {"app.name", "product"},
                                                                                {"app.version", "version"},
                                                                                {"station.name", "station"},
                                                                                {"brandId", "brand"},
                                                                                {"os.name", "system"},
                                                                                {"vm.version", "vm_version"},
                                                                                {"hostAddress", "address"}}};
  for (const auto& [name, fact] : facts)
    if (auto value = fox_value(hello, name); !value.empty()) service.said[std::string(fact)] = std::move(value);
  return Step::knows(std::move(service));
}

net::Buffer iec104_test() { return {0x68, 4, 0x43, 0, 0, 0}; }
Step read_iec104(Bytes heard) {
  constexpr std::array<std::uint8_t, 6> confirmed{0x68, 4, 0x83, 0, 0, 0};
  const auto some = std::min(heard.size(), confirmed.size());
  if (!std::equal(heard.begin(), heard.begin() + static_cast<std::ptrdiff_t>(some), confirmed.begin()))
    return Step::refuses();
  return heard.size() < confirmed.size() ? Step::waits() : Step::knows({"iec104", {}});
}

// address and port zero: answered to whoever asks, through a translation of addresses too
net::Buffer knx_description() { return {6, 0x10, 2, 3, 0, 14, 8, 1, 0, 0, 0, 0, 0, 0}; }

Step read_knx(Bytes heard) {
  NetworkCursor at(heard);
  const auto head = at.u16(), kind = at.u16(), size = at.u16();
  if (!at.ok() || head != 0x0610 || kind != 0x0204 || size != heard.size()) return Step::refuses();
  Identity service{"knx", {}};
  while (at.left() > 1 && at.ok()) {
    const std::size_t length = at.u8();
    const auto type = at.u8();
    if (length < 2) return Step::refuses();
    NetworkCursor block(at.take(length - 2));
    if (!at.ok()) return Step::refuses();
    if (type == 1 && length >= 54) {  // the device (KNX standard 3/8/2, 7.5.4.2)
      service.said["medium"] = std::to_string(block.u8());
      service.said["programming_mode"] = (block.u8() & 1U) != 0 ? "true" : "false";
      const auto place = block.u16();
      service.said["bus_address"] = fmt::format("{}.{}.{}", place >> 12U, place >> 8U & 15U, place & 255U);
      block.u16();
      service.said["serial"] = hexadecimal(block.take(6));
      block.take(4);
      service.said["mac"] = hexadecimal(block.take(6));
      service.said["product"] = bounded(until_zero(net::as_text(block.take(30))));
    }
    if (type == 2)  // the families of services it knows
      while (block.left() >= 2) {
        const auto family = block.u8();
        append_to_list(service.said["families"], fmt::format("{:02x} v{}", family, block.u8()));
      }
  }
  return service.said.empty() ? Step::refuses() : Step::knows(std::move(service));
}

}  // namespace hygie::exposure
