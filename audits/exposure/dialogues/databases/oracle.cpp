// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/databases/databases.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/format.h>
#include <charconv>

namespace hygie::exposure {
namespace {

using net::Bytes;

constexpr std::uint8_t connect = 1, accept = 2, refuse = 4, redirect = 5, data = 6, resend = 11;

/// The value of (NAME=value) in a listener's answer.
std::string_view value_of(std::string_view text, std::string_view name) {
  const auto at = text.find(fmt::format("({}=", name));
  if (at == std::string_view::npos) return {};
  const auto start = at + name.size() + 2;
  return text.substr(start, text.find(')', start) - start);
}

/// VSNNUM: eight bits, then four, eight, four and eight (318767104 is 19.0.0.0.0).
std::string version_of(std::string_view number) {
  std::uint32_t value = 0;
  const auto parsed = std::from_chars(number.data(), number.data() + number.size(), value);
  if (parsed.ec != std::errc() || parsed.ptr != number.data() + number.size()) return {};
  return fmt::format("{}.{}.{}.{}.{}", value >> 24U, value >> 20U & 15U, value >> 12U & 255U, value >> 8U & 15U,
                     value & 255U);
}

class Oracle final : public Dialogue {
 public:
  net::Buffer opening() override { return oracle_version(); }
  Step hear(Bytes heard) override {
    // after an acceptance the version comes in a packet of its own
    while (!heard.empty()) {
      if (heard.size() < 8) return Step::waits();
      net::NetworkCursor at(heard);
      const std::size_t size = at.u16();
      at.u16();
      const auto kind = at.u8();
      if (size < 8 || size > 8192) return end();
      if (kind != accept && kind != refuse && kind != redirect && kind != data && kind != resend) return end();
      if (heard.size() < size) return Step::waits();
      const auto body = heard.subspan(8, size - 8);
      if (kind == resend && !asked_again_ && body.empty()) {
        asked_again_ = true;
        return Step::says(oracle_version());
      }
      if (kind == resend) return end();
      read(kind, body);
      if (kind != accept) return end();
      heard = heard.subspan(size);
    }
    return Step::waits();
  }
  Step end() override { return service_.said.empty() ? Step::refuses() : Step::knows(service_); }

 private:
  void read(std::uint8_t kind, Bytes body) {
    const auto text = net::as_text(body);
    if (kind == accept) {
      if (body.size() >= 16) service_.said["answer"] = "accepted";
      return;
    }
    const auto number = value_of(text, "VSNNUM");
    if (kind == refuse && text.find("(DESCRIPTION=") == std::string_view::npos && number.empty()) return;
    if (kind == redirect && text.find("(ADDRESS=") == std::string_view::npos) return;
    constexpr std::string_view banner = "TNSLSNR for ";
    const auto said_at = text.find(banner);
    if (kind == data && said_at == std::string_view::npos) return;
    if (!service_.said.contains("answer")) service_.said["answer"] = kind == redirect ? "redirected" : "refused";
    if (!version_of(number).empty()) service_.said["version"] = version_of(number);
    if (!value_of(text, "ERR").empty()) service_.said["error"] = bounded(value_of(text, "ERR"), 16);
    if (said_at != std::string_view::npos) service_.said["banner"] = bounded(text.substr(said_at, 200));
  }

  Identity service_{"oracle", {}};
  bool asked_again_ = false;
};

}  // namespace

net::Buffer oracle_version() {
  constexpr std::string_view command = "(CONNECT_DATA=(COMMAND=VERSION))";
  constexpr unsigned before = 58;
  net::NetworkWriter out;
  out.u16(static_cast<unsigned>(before + command.size())).u16(0).u8(connect).u8(0).u16(0);
  out.u16(0x0136).u16(0x012c).u16(0);                     // versions, options
  out.u16(0x0800).u16(0x7fff).u16(0x7f08).u16(0).u16(1);  // sizes, characteristics, byte order
  out.u16(static_cast<unsigned>(command.size())).u16(before).u32(0x07f8).u8(0x0c).u8(0x0c);
  while (out.out().size() < before) out.u8(0);
  out.text(command);
  return out.take();
}

std::unique_ptr<Dialogue> make_oracle() { return std::make_unique<Oracle>(); }

}  // namespace hygie::exposure
