// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/network/network.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/format.h>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::NetworkCursor;

constexpr std::uint32_t cookie = 0x68796769;
constexpr std::uint16_t sequence = 0x0001;
constexpr std::uint8_t list_of_clients = 0x2a, implementation = 3;

/// A value of "name=value, name=\"value\"" (RFC 9327, 3).
std::string variable(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    if (at != 0 && text[at - 1] != ' ' && text[at - 1] != ',' && text[at - 1] != '\n') continue;
    auto rest = text.substr(at + name.size());
    if (!rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    if (rest.starts_with('"')) return bounded(rest.substr(1, rest.find('"', 1) - 1));
    return bounded(trimmed(rest.substr(0, rest.find(','))));
  }
  return {};
}

/// Mode 7, request 42: the clients of the server, answered by servers from before 2010 in up to a hundred datagrams.
class Monlist final : public Dialogue {
 public:
  net::Buffer opening() override { return {0x17, 0, implementation, list_of_clients, 0, 0, 0, 0}; }
  Step hear(Bytes heard) override {
    if (heard.size() < 8) return Step::refuses();
    constexpr unsigned is_answer = 0x80, more = 0x40, mode = 7;
    if ((heard[0] & is_answer) == 0 || (heard[0] & 7U) != mode || heard[3] != list_of_clients) return Step::refuses();
    const unsigned error = heard[4] >> 4U;
    items_ += (heard[4] & 15U) << 8U | heard[5];
    service_.said["monlist"] = error == 0 ? "answered" : "refused";
    service_.said["items"] = std::to_string(items_);
    if (error != 0) service_.said["error"] = std::to_string(error);
    return (heard[0] & more) != 0 && ++heard_ < 200 ? Step::waits() : end();
  }
  Step end() override { return service_.said.empty() ? Step::refuses() : Step::knows(service_); }

 private:
  Identity service_{"ntp", {}};
  unsigned items_ = 0, heard_ = 0;
};

}  // namespace

net::Buffer ntp_time() {
  net::NetworkWriter out;
  out.u8(0x23);  // version 4, client
  while (out.out().size() < 40) out.u8(0);
  out.u32(cookie).u32(cookie);
  return out.take();
}

Step read_ntp(Bytes heard) {
  if (heard.size() < 48 || (heard[0] & 7U) != 4) return Step::refuses();
  NetworkCursor origin(heard.subspan(24));
  if (origin.u32() != cookie || origin.u32() != cookie) return Step::refuses();
  const unsigned stratum = heard[1];
  Identity service{"ntp", {{"ntp_version", std::to_string(heard[0] >> 3U & 7U)}, {"stratum", std::to_string(stratum)}}};
  const auto reference = heard.subspan(12, 4);
  // below 2 a name, above an address (RFC 5905, 7.3)
  service.said["reference"] = stratum < 2
                                  ? bounded(until_zero(net::as_text(reference)))
                                  : fmt::format("{}.{}.{}.{}", reference[0], reference[1], reference[2], reference[3]);
  constexpr std::int64_t from_1900_to_1970 = 2'208'988'800;
  const std::int64_t seconds = NetworkCursor(heard.subspan(40)).u32();
  if (seconds != 0) service.said["time"] = utc(seconds - from_1900_to_1970);
  if (heard[0] >> 6U == 3) service.said["synchronised"] = "false";
  return Step::knows(std::move(service));
}

net::Buffer ntp_variables() { return {0x16, 2, 0, sequence, 0, 0, 0, 0, 0, 0, 0, 0}; }

Step read_ntp_control(Bytes heard) {
  NetworkCursor at(heard);
  const auto mode = at.u8(), operation = at.u8();
  const auto answers = at.u16();
  at.take(6);
  const auto text = net::as_text(at.counted(2));
  constexpr unsigned is_answer = 0x80, is_error = 0x40;
  if (!at.ok() || (mode & 7U) != 6 || (operation & is_answer) == 0 || (operation & 31U) != 2 || answers != sequence)
    return Step::refuses();
  Identity service{"ntp", {{"control", (operation & is_error) != 0 ? "refused" : "answered"}}};
  for (const auto* name : {"version", "system", "processor", "stratum"})
    if (auto value = variable(text, name); !value.empty()) service.said[name] = std::move(value);
  return Step::knows(std::move(service));
}

std::unique_ptr<Dialogue> make_ntp_monlist() { return std::make_unique<Monlist>(); }

}  // namespace hygie::exposure
