// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/building/building.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/format.h>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::NetworkCursor;
using net::NetworkWriter;

constexpr std::uint8_t tpkt = 3, connect_confirmed = 0xd0, data = 0xf0, s7 = 0x32;
constexpr std::uint8_t job = 1, acknowledgement = 3, user_data = 7;

/// TPKT (RFC 1006): a version, a length, itself included.
template <class Write>
net::Buffer packet(Write write) {
  NetworkWriter body;
  write(body);
  NetworkWriter out;
  out.u8(tpkt).u8(0).u16(static_cast<unsigned>(4 + body.out().size())).bytes(body.out());
  return out.take();
}

net::Buffer connection_request() {
  return packet([](NetworkWriter& out) {
    out.u8(17).u8(0xe0).u16(0).u16(1).u8(0);
    out.u8(0xc0).u8(1).u8(10).u8(0xc1).u8(2).u16(0x0100).u8(0xc2).u8(2).u16(0x0102);
  });
}
net::Buffer set_up() {
  return packet([](NetworkWriter& out) {
    out.u8(2).u8(data).u8(0x80).u8(s7).u8(job).u16(0).u16(0).u16(8).u16(0);
    out.u8(0xf0).u8(0).u16(1).u16(1).u16(480);
  });
}
net::Buffer identification_list() {
  return packet([](NetworkWriter& out) {
    out.u8(2).u8(data).u8(0x80).u8(s7).u8(user_data).u16(0).u16(1).u16(8).u16(8);
    out.u8(0).u8(1).u8(0x12).u8(4).u8(0x11).u8(0x44).u8(1).u8(0);
    out.u8(0xff).u8(9).u16(4).u16(0x0011).u16(0);
  });
}

/// SZL 0x0011: order number of the module (index 1), of its hardware (6), version of its firmware (7).
bool read_identification(Bytes body, Said& said) {
  NetworkCursor at(body);
  const auto result = at.u8();
  at.u8();
  at.u16();
  at.u16();
  at.u16();
  const std::size_t size = at.u16(), count = at.u16();
  if (!at.ok() || result != 0xff || size < 28) return false;
  for (std::size_t i = 0; i < count && at.ok(); ++i) {
    NetworkCursor record(at.take(size));
    const auto index = record.u16();
    const auto order = trimmed(until_zero(net::as_text(record.take(20))));
    record.u16();
    const auto first = record.u16(), second = record.u16();
    if (!at.ok()) return false;
    if (index == 1) said["product"] = bounded(order);
    if (index == 6) said["hardware"] = bounded(order);
    if (index == 7) said["version"] = fmt::format("{}.{}.{}", first & 255U, second >> 8U, second & 255U);
  }
  return at.ok();
}

class S7 final : public Dialogue {
 public:
  net::Buffer opening() override { return connection_request(); }
  Step hear(Bytes heard) override {
    if (!heard.empty() && heard[0] != tpkt) return end();
    if (heard.size() < 4) return Step::waits();
    const std::size_t size = NetworkCursor(heard.subspan(2)).u16();
    if (size < 7 || size > 2048) return end();
    if (heard.size() < size) return Step::waits();
    return take(heard.subspan(4, size - 4));
  }
  Step end() override { return turn_ > 1 ? Step::knows(service_) : Step::refuses(); }

 private:
  Step take(Bytes body) {
    if (turn_ == 0) {
      // RDP answers the same X.224 connection: only what speaks S7 after it is known
      if (body[1] != connect_confirmed) return Step::refuses();
      turn_ = 1;
      return Step::says(set_up());
    }
    NetworkCursor at(body);
    at.take(2);
    at.u8();
    const auto protocol = at.u8(), kind = at.u8();
    if (!at.ok() || body[1] != data || protocol != s7) return end();
    at.take(4);
    const std::size_t parameters = at.u16();
    at.u16();
    if (turn_ == 1) {
      if (kind != acknowledgement) return end();
      turn_ = 2;
      return Step::says(identification_list());
    }
    if (kind == acknowledgement) at.u16();
    at.take(parameters);
    if (at.ok() && kind == user_data) read_identification(at.rest(), service_.said);
    return end();
  }

  Identity service_{"s7", {}};
  int turn_ = 0;
};

}  // namespace

std::unique_ptr<Dialogue> make_s7() { return std::make_unique<S7>(); }

}  // namespace hygie::exposure
