// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/building/building.hpp"
#include "audits/exposure/dialogues/support/text.hpp"
#include "net/little.hpp"

#include <fmt/format.h>
#include <array>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::LittleCursor;
using net::LittleWriter;

// OPC UA part 6: 5.2 (encoding), 6.7 (secure conversation), 7.1 (connection); numbers of messages in annex A
constexpr std::string_view endpoint = "opc.tcp://hygie.invalid/";
constexpr std::string_view no_security = "http://opcfoundation.org/UA/SecurityPolicy#None";
constexpr std::uint16_t open_request = 446, endpoints_request = 428, endpoints_answer = 431;
constexpr std::uint32_t absent = 0xffffffff;
constexpr std::size_t longest_message = 60000;

void text(LittleWriter& out, std::string_view words) { out.u32(static_cast<std::uint32_t>(words.size())).text(words); }
/// A numbered node of the standard's own names.
void node(LittleWriter& out, std::uint16_t number) { out.u8(1).u8(0).u16(number); }
void request_header(LittleWriter& out, std::uint32_t handle) {
  out.u8(0).u8(0).u64(0).u32(handle).u32(0).u32(absent).u32(5000).u8(0).u8(0).u8(0);
}
template <class Write>
net::Buffer message(std::string_view kind, Write write) {
  LittleWriter out;
  out.text(kind).text("F").u32(0);
  write(out);
  out.put_u32(4, out.size());
  return out.take();
}
net::Buffer hello() {
  return message("HEL", [](LittleWriter& out) {
    out.u32(0).u32(65535).u32(65535).u32(0).u32(0);
    text(out, endpoint);
  });
}
net::Buffer open_channel() {
  return message("OPN", [](LittleWriter& out) {
    out.u32(0);
    text(out, no_security);
    out.u32(absent).u32(absent).u32(1).u32(1);  // no certificates; sequence, request
    node(out, open_request);
    request_header(out, 1);
    out.u32(0).u32(0).u32(1).u32(absent).u32(60000);  // issue, no security, no nonce, a minute
  });
}
net::Buffer list_endpoints(std::uint32_t channel, std::uint32_t token) {
  return message("MSG", [&](LittleWriter& out) {
    out.u32(channel).u32(token).u32(2).u32(2);
    node(out, endpoints_request);
    request_header(out, 2);
    text(out, endpoint);
    out.u32(absent).u32(absent);
  });
}

std::string_view take_text(LittleCursor& at) {
  const auto size = at.u32();
  return size == absent ? std::string_view() : net::as_text(at.take(size));
}
std::uint32_t take_count(LittleCursor& at) {
  const auto count = at.u32();
  return count == absent ? 0 : count;
}
/// A node whose number is short; 0 for the others, of which a channel's answer holds none.
std::uint16_t take_node(LittleCursor& at) {
  const auto form = at.u8();
  if (form == 0) return at.u8();
  if (form != 1) return 0;
  at.u8();
  return at.u16();
}
/// Past the header of a response; its result, where 0 is good.
std::uint32_t take_header(LittleCursor& at) {
  at.take(12);
  const auto result = at.u32();
  at.u8();
  for (auto count = take_count(at); count > 0 && at.ok(); --count) take_text(at);
  at.take(3);
  return result;
}
void take_application(LittleCursor& at, Said& said) {
  const auto uri = take_text(at), product = take_text(at);
  const auto mask = at.u8();
  if ((mask & 1U) != 0) take_text(at);
  const auto name = (mask & 2U) != 0 ? take_text(at) : std::string_view();
  at.u32();
  take_text(at);
  take_text(at);
  for (auto count = take_count(at); count > 0 && at.ok(); --count) take_text(at);
  said.emplace("application_uri", bounded(uri));
  said.emplace("product_uri", bounded(product));
  said.emplace("application_name", bounded(name));
}

bool read_endpoints(LittleCursor at, Said& said) {
  constexpr std::array<std::string_view, 4> modes{"invalid", "none", "sign", "sign and encrypt"};
  constexpr std::array<std::string_view, 4> proofs{"anonymous", "user name", "certificate", "issued token"};
  Said found;
  bool anonymous = false;
  const auto endpoints = take_count(at);
  for (auto left = endpoints; left > 0 && at.ok(); --left) {
    found.emplace("endpoint", bounded(take_text(at)));
    take_application(at, found);
    take_text(at);  // the certificate
    const auto mode = at.u32();
    const auto policy = take_text(at);
    const auto word = policy.substr(policy.find('#') == std::string_view::npos ? 0 : policy.find('#') + 1);
    const auto one = fmt::format("{} ({})", bounded(word, 64), mode < modes.size() ? modes.at(mode) : "invalid");
    if (found["security"].find(one) == std::string::npos) append_to_list(found["security"], one);
    for (auto tokens = take_count(at); tokens > 0 && at.ok(); --tokens) {
      take_text(at);
      const auto kind = at.u32();
      for (int i = 0; i < 3; ++i) take_text(at);
      anonymous = anonymous || kind == 0;
      const auto proof = kind < proofs.size() ? proofs.at(kind) : "unknown";
      if (found["authentication_kinds"].find(proof) == std::string::npos)
        append_to_list(found["authentication_kinds"], proof);
    }
    take_text(at);
    at.u8();
  }
  if (!at.ok()) return false;
  found["endpoints"] = std::to_string(endpoints);
  found["anonymous"] = anonymous ? "true" : "false";
  said.merge(found);
  return true;
}

class OpcUa final : public Dialogue {
 public:
  net::Buffer opening() override { return hello(); }
  Step hear(Bytes heard) override {
    LittleCursor at(heard);
    const auto begun = net::as_text(heard).substr(0, 4);
    const auto wanted = turn_ == 0 ? "ACKF" : turn_ == 1 ? "OPNF" : "MSGF";
    const bool may = std::string_view(wanted).starts_with(begun), error = std::string_view("ERRF").starts_with(begun);
    if (!may && !error) return end();
    if (heard.size() < 8) return Step::waits();
    at.take(4);
    const std::size_t size = at.u32();
    if (size < 16 || size > longest_message) return end();
    if (heard.size() < size) return Step::waits();
    LittleCursor body(heard.subspan(8, size - 8));
    if (error) {
      service_.said["error"] = fmt::format("{:08x}", body.u32());
      known_ = true;
      return end();
    }
    return take(body);
  }
  Step end() override { return known_ ? Step::knows(service_) : Step::refuses(); }

 private:
  Step take(LittleCursor at) {
    switch (turn_++) {
      case 0:
        service_.said["protocol_version"] = std::to_string(at.u32());
        if (at.left() < 16) return Step::refuses();
        known_ = true;
        return Step::says(open_channel());
      case 1: return channel(at);
      default: {
        at.take(16);
        const auto kind = take_node(at);
        const auto result = take_header(at);
        if (!at.ok() || kind != endpoints_answer || result != 0 || !read_endpoints(at, service_.said))
          service_.said["discovery"] = "refused";
        return end();
      }
    }
  }
  Step channel(LittleCursor at) {
    at.u32();
    take_text(at);
    take_text(at);
    take_text(at);
    at.take(8);
    take_node(at);
    const auto result = take_header(at);
    at.u32();
    const auto channel = at.u32(), token = at.u32();
    if (!at.ok() || result != 0) return end();
    return Step::says(list_endpoints(channel, token));
  }

  Identity service_{"opc-ua", {}};
  int turn_ = 0;
  bool known_ = false;
};

}  // namespace

std::unique_ptr<Dialogue> make_opcua() { return std::make_unique<OpcUa>(); }

}  // namespace hygie::exposure
