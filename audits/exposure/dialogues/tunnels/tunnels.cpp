// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/tunnels/tunnels.hpp"

#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/format.h>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::NetworkCursor;
using net::NetworkWriter;

constexpr std::string_view our_session = "hygie-ex";
constexpr std::uint8_t reset_of_server = 8;

/// P_CONTROL_HARD_RESET_SERVER_V2, that names our session as the one it answers.
bool is_reset(Bytes message) {
  if (message.size() < 14 || message[0] >> 3U != reset_of_server) return false;
  NetworkCursor at(message);
  at.take(9);
  const std::size_t acknowledged = at.u8();
  if (acknowledged == 0 || acknowledged > 8) return false;
  at.take(acknowledged * 4);
  return net::as_text(at.take(8)) == our_session && at.ok();
}

constexpr std::uint32_t pptp_cookie = 0x1a2b3c4d;
constexpr std::size_t pptp_size = 156;

}  // namespace

net::Buffer openvpn_reset_udp() {
  NetworkWriter out;
  out.u8(7U << 3U).text(our_session).u8(0).u32(0);
  return out.take();
}
Step read_openvpn_udp(Bytes heard) {
  return is_reset(heard) ? Step::knows({"openvpn", {{"tls_auth", "absent"}}}) : Step::refuses();
}

net::Buffer openvpn_reset_tcp() {
  NetworkWriter out;
  out.counted(2, [](NetworkWriter& inside) { inside.bytes(openvpn_reset_udp()); });
  return out.take();
}
Step read_openvpn_tcp(Bytes heard) {
  if (heard.size() < 3) return Step::waits();
  const std::size_t size = NetworkCursor(heard).u16();
  if (size < 14 || size > 1500 || heard[2] >> 3U != reset_of_server) return Step::refuses();
  if (heard.size() < size + 2) return Step::waits();
  return read_openvpn_udp(heard.subspan(2, size));
}

net::Buffer pptp_start() {
  NetworkWriter out;
  out.u16(pptp_size).u16(1).u32(pptp_cookie).u16(1).u16(0).u16(0x0100).u16(0).u32(3).u32(3).u16(0).u16(0);
  out.text("hygie");
  while (out.out().size() < pptp_size) out.u8(0);
  return out.take();
}

Step read_pptp(Bytes heard) {
  NetworkWriter head;
  head.u16(pptp_size).u16(1).u32(pptp_cookie).u16(2);
  const auto known = std::min(heard.size(), head.out().size());
  if (!std::equal(heard.begin(), heard.begin() + static_cast<std::ptrdiff_t>(known), head.out().begin()))
    return Step::refuses();
  if (heard.size() < pptp_size) return Step::waits();
  NetworkCursor at(heard.subspan(12));
  const auto version = at.u16();
  const auto result = at.u8();
  at.take(11);
  Identity service{"pptp", {{"answer", result == 1 ? "accepted" : "refused"}, {"result", std::to_string(result)}}};
  service.said["pptp_version"] = fmt::format("{}.{}", version >> 8U, version & 255U);
  service.said["firmware"] = std::to_string(at.u16());
  service.said["host"] = bounded(until_zero(net::as_text(at.take(64))));
  service.said["vendor"] = bounded(until_zero(net::as_text(at.take(64))));
  return Step::knows(std::move(service));
}

namespace {

enum Attribute : std::uint16_t {
  message_type = 0,
  result_code = 1,
  protocol_version = 2,
  framing = 3,
  firmware = 6,
  host = 7,
  vendor = 8,
  tunnel = 9
};
enum Control : std::uint16_t { start_request = 1, start_reply = 2, stop = 4 };

template <class Write>
void attribute(NetworkWriter& out, Attribute type, Write write) {
  NetworkWriter value;
  write(value);
  constexpr unsigned mandatory = 0x8000;
  out.u16(static_cast<unsigned>(mandatory | (6 + value.out().size()))).u16(0).u16(type).bytes(value.out());
}
/// A control message: version 2, with a length and numbers (RFC 2661, 3.1).
template <class Write>
net::Buffer control(std::uint16_t to, std::uint16_t sent, std::uint16_t expected, Write write) {
  NetworkWriter body;
  write(body);
  NetworkWriter out;
  out.u16(0xc802).u16(static_cast<unsigned>(12 + body.out().size())).u16(to).u16(0).u16(sent).u16(expected);
  return out.bytes(body.out()).take();
}

class L2tp final : public Dialogue {
 public:
  net::Buffer opening() override {
    return control(0, 0, 0, [](NetworkWriter& out) {
      attribute(out, message_type, [](NetworkWriter& value) { value.u16(start_request); });
      attribute(out, protocol_version, [](NetworkWriter& value) { value.u16(0x0100); });
      attribute(out, framing, [](NetworkWriter& value) { value.u32(3); });
      attribute(out, host, [](NetworkWriter& value) { value.text("hygie"); });
      attribute(out, tunnel, [](NetworkWriter& value) { value.u16(our_tunnel); });
    });
  }
  Step hear(Bytes heard) override {
    NetworkCursor at(heard);
    const auto flags = at.u16(), size = at.u16(), to = at.u16();
    at.take(6);
    if (!at.ok() || (flags & 0xc80fU) != 0xc802U || size != heard.size() || (to != our_tunnel && to != 0)) return end();
    if (stopped_) return end();
    if (at.left() == 0) return Step::waits();  // a bare acknowledgement
    return read(at);
  }
  Step end() override { return service_.said.empty() ? Step::refuses() : Step::knows(service_); }

 private:
  static constexpr std::uint16_t our_tunnel = 0x6879;

  Step read(NetworkCursor at) {
    unsigned kind = 0;
    std::uint16_t theirs = 0;
    Said said;
    while (at.left() > 0 && at.ok()) {
      const unsigned head = at.u16();
      const std::size_t size = head & 0x3ffU;
      const auto maker = at.u16(), type = at.u16();
      if (size < 6) return end();
      NetworkCursor value(at.take(size - 6));
      if (maker != 0) continue;
      if (type == message_type) kind = value.u16();
      if (type == firmware) said["firmware"] = fmt::format("{:04x}", value.u16());
      if (type == host) said["host"] = bounded(net::as_text(value.rest()));
      if (type == vendor) said["vendor"] = bounded(net::as_text(value.rest()));
      if (type == tunnel) theirs = value.u16();
      if (type == result_code) said["result"] = std::to_string(value.u16());
    }
    if (!at.ok() || (kind != start_reply && kind != stop)) return end();
    said["answer"] = kind == start_reply ? "accepted" : "refused";
    service_.said = said;
    if (kind == stop) return end();
    stopped_ = true;
    return Step::says(control(theirs, 1, 1, [](NetworkWriter& out) {
      attribute(out, message_type, [](NetworkWriter& value) { value.u16(stop); });
      attribute(out, tunnel, [](NetworkWriter& value) { value.u16(our_tunnel); });
      attribute(out, result_code, [](NetworkWriter& value) { value.u16(1); });
    }));
  }

  Identity service_{"l2tp", {}};
  bool stopped_ = false;
};

}  // namespace

std::unique_ptr<Dialogue> make_l2tp() { return std::make_unique<L2tp>(); }

}  // namespace hygie::exposure
