// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/network/network.hpp"
#include "audits/exposure/dialogues/support/text.hpp"
#include "net/little.hpp"

#include <fmt/format.h>
#include <array>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::LittleCursor;

constexpr std::uint32_t our_session = 0xa0a2a3a4;
constexpr std::uint8_t rmcp_version = 6, no_answer_wanted = 0xff, ipmi_class = 7;
constexpr std::uint8_t rmcp_plus = 6, open_request = 0x10, open_answer = 0x11;

/// IPMI 2.0, 13.6: RMCP, a session of none, a message with its two sums.
net::Buffer capabilities_request() {
  constexpr std::array<std::uint8_t, 9> message{0x20, 0x18, 0xc8, 0x81, 0x00, 0x38, 0x8e, 0x04, 0xb5};
  net::LittleWriter out;
  out.u8(rmcp_version).u8(0).u8(no_answer_wanted).u8(ipmi_class).u8(0).u32(0).u32(0);
  out.u8(message.size()).bytes(message);
  return out.take();
}

/// IPMI 2.0, 13.17: an Open Session with the three algorithms "none".
net::Buffer cipher_zero_request() {
  net::LittleWriter out;
  out.u8(rmcp_version).u8(0).u8(no_answer_wanted).u8(ipmi_class).u8(rmcp_plus).u8(open_request).u32(0).u32(0).u16(32);
  out.u8(0).u8(0).u16(0).u32(our_session);
  for (unsigned kind = 0; kind < 3; ++kind) out.u8(kind).zeros(2).u8(8).u32(0);
  return out.take();
}

class Ipmi final : public Dialogue {
 public:
  net::Buffer opening() override { return capabilities_request(); }
  Step hear(Bytes heard) override {
    LittleCursor at(heard);
    const auto version = at.u8();
    at.u16();
    const auto kind = at.u8();
    if (version != rmcp_version || kind != ipmi_class || !at.ok()) return end();
    return service_.said.empty() ? capabilities(at) : session(at);
  }
  Step end() override { return service_.said.empty() ? Step::refuses() : Step::knows(service_); }

 private:
  Step capabilities(LittleCursor at) {
    at.take(9);
    LittleCursor message(at.take(at.u8()));
    message.take(5);
    const auto command = message.u8(), code = message.u8();
    if (!message.ok() || command != 0x38) return Step::refuses();
    if (code != 0) {
      service_.said["code"] = fmt::format("{:02x}", code);
      return end();
    }
    message.u8();
    const auto kinds = message.u8(), status = message.u8(), extended = message.u8();
    if (!message.ok()) return Step::refuses();
    constexpr std::array<std::string_view, 6> names{"none", "md2", "md5", "", "password", "oem"};
    for (std::size_t i = 0; i < names.size(); ++i)
      if ((kinds >> i & 1U) != 0) append_to_list(service_.said["authentication_kinds"], names.at(i));
    const auto flag = [status](unsigned bit) { return (status >> bit & 1U) != 0 ? "true" : "false"; };
    service_.said["anonymous"] = flag(0);
    service_.said["null_user"] = flag(1);
    service_.said["named_users"] = flag(2);
    service_.said["kg_set"] = flag(5);
    const bool second = (kinds & 0x80U) != 0 && (extended & 2U) != 0;
    service_.said["version"] = second ? "2.0" : "1.5";
    return second ? Step::says(cipher_zero_request()) : end();
  }
  Step session(LittleCursor at) {
    const auto format = at.u8(), payload = at.u8();
    at.take(8);
    LittleCursor answer(at.take(at.u16()));
    answer.u8();
    const auto status = answer.u8();
    answer.u16();
    const auto ours = answer.u32();
    if (format != rmcp_plus || (payload & 0x3fU) != open_answer || !answer.ok() || ours != our_session)
      return Step::waits();
    service_.said["cipher_zero"] = status == 0 ? "accepted" : "refused";
    service_.said["session_status"] = fmt::format("{:02x}", status);
    return end();
  }

  Identity service_{"ipmi", {}};
};

}  // namespace

std::unique_ptr<Dialogue> make_ipmi() { return std::make_unique<Ipmi>(); }

}  // namespace hygie::exposure
