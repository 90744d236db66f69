// SPDX-License-Identifier: EUPL-1.2
// Protocols whose whole dialogue is one question and one answer of a few bytes.
#include "audits/exposure/dialogues/network/network.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::NetworkCursor;

/// Whether `heard` begins as `wanted` does, as far as either goes.
bool may_be(Bytes heard, Bytes wanted) {
  const auto some = std::min(heard.size(), wanted.size());
  return std::equal(heard.begin(), heard.begin() + static_cast<std::ptrdiff_t>(some), wanted.begin());
}

constexpr std::uint16_t coap_message = 0x6879;

}  // namespace

net::Buffer tftp_request() {
  net::NetworkWriter out;
  out.u16(1).text("hygie-absent-file").u8(0).text("octet").u8(0);
  return out.take();
}

Step read_tftp(Bytes heard) {
  NetworkCursor at(heard);
  const auto kind = at.u16(), code = at.u16();
  constexpr unsigned data = 3, error = 5, option = 6;
  if (!at.ok() || (kind != data && kind != error && kind != option)) return Step::refuses();
  if (kind == option) return Step::knows({"tftp", {{"answer", "options"}}});
  if (kind == data)
    return code == 1 && at.left() <= 512 ? Step::knows({"tftp", {{"answer", "data"}}}) : Step::refuses();
  const auto text = net::as_text(at.rest());
  if (code > 8 || !text.ends_with('\0')) return Step::refuses();
  return Step::knows(
      {"tftp", {{"answer", "error"}, {"code", std::to_string(code)}, {"text", bounded(until_zero(text))}}});
}

net::Buffer coap_request() {
  net::NetworkWriter out;
  // confirmable, no token, GET; two parts of a path (RFC 7252, 5.10.1)
  out.u8(0x40).u8(1).u16(coap_message).u8(0xbb).text(".well-known").u8(0x04).text("core");
  return out.take();
}

Step read_coap(Bytes heard) {
  NetworkCursor at(heard);
  const auto first = at.u8(), code = at.u8();
  const auto message = at.u16();
  if (!at.ok() || first >> 6U != 1 || message != coap_message) return Step::refuses();
  Identity service{"coap", {{"code", fmt::format("{}.{:02}", code >> 5U, code & 31U)}}};
  service.said["kind"] = (first >> 4U & 3U) == 2 ? "acknowledgement" : (first >> 4U & 3U) == 3 ? "reset" : "message";
  at.take(first & 15U);
  for (auto option = at.u8(); at.ok() && option != 0xff; option = at.u8()) {
    // the number and the size of an option may each take more bytes (RFC 7252, 3.1)
    const unsigned number = option >> 4U;
    if (number == 15) return Step::refuses();
    if (number > 12) at.take(number - 12);
    std::size_t size = option & 15U;
    if (size == 15) return Step::refuses();
    if (size == 13) size = 13U + at.u8();
    if (size == 14) size = 269U + at.u16();
    at.take(size);
  }
  if (at.ok()) {
    const auto links = net::as_text(at.rest());
    service.said["resources"] = bounded(links, 2048);
    service.said["count"] = std::to_string(std::count(links.begin(), links.end(), '<'));
  }
  return Step::knows(std::move(service));
}

net::Buffer socks5_greeting() { return {5, 1, 0}; }
Step read_socks5(Bytes heard) {
  if (heard.empty()) return Step::waits();
  if (heard[0] != 5) return Step::refuses();
  if (heard.size() < 2) return Step::waits();
  if (heard[1] != 0 && heard[1] != 0xff && heard[1] > 9) return Step::refuses();
  return Step::knows({"socks5", {{"authentication", heard[1] == 0 ? "none" : "wanted"}}});
}

// towards address 0.0.0.0, port 0, where nothing can be
net::Buffer socks4_nowhere() { return {4, 1, 0, 0, 0, 0, 0, 0, 0}; }
Step read_socks4(Bytes heard) {
  if (!heard.empty() && heard[0] != 0) return Step::refuses();
  if (heard.size() > 1 && (heard[1] < 0x5a || heard[1] > 0x5d)) return Step::refuses();
  if (heard.size() < 8) return Step::waits();
  return Step::knows({"socks4",
                      {{"answer", heard[1] == 0x5a   ? "granted"
                                  : heard[1] == 0x5b ? "failed"
                                                     : "identity wanted"}}});
}

net::Buffer smart_install_request() {
  net::NetworkWriter out;
  for (const std::uint32_t word : {1U, 1U, 4U, 8U, 1U, 0U}) out.u32(word);
  return out.take();
}
Step read_smart_install(Bytes heard) {
  constexpr std::array<std::uint8_t, 24> answer{0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 8, 0, 0, 0, 1, 0, 0, 0, 0};
  if (!may_be(heard, answer)) return Step::refuses();
  return heard.size() < answer.size() ? Step::waits() : Step::knows({"smart-install", {{"role", "client"}}});
}

net::Buffer winbox_index() {
  net::NetworkWriter out;
  out.u8(0x12).u8(2).text("list");
  while (out.out().size() < 15) out.u8(0);
  out.u8(0x80);
  while (out.out().size() < 20) out.u8(0);
  return out.take();
}

Step read_winbox(Bytes heard) {
  const auto text = net::as_text(heard);
  constexpr std::string_view name = "list";
  if (heard.size() > 1 && heard[1] != 2) return Step::refuses();
  if (heard.size() > 2 && !name.starts_with(text.substr(2, name.size()))) return Step::refuses();
  constexpr std::string_view word = "version: \"";
  const auto at = text.find(word);
  const auto end = at == std::string_view::npos ? at : text.find('"', at + word.size());
  if (end == std::string_view::npos) return Step::waits();
  return Step::knows({"winbox", {{"version", bounded(text.substr(at + word.size(), end - at - word.size()), 32)}}});
}

}  // namespace hygie::exposure
