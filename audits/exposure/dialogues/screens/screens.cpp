// SPDX-License-Identifier: EUPL-1.2
// Screens, buses and gateways that open with one message: RDP, X11, VNC, MQTT, AJP, rsync.
#include "audits/exposure/dialogues/screens/screens.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::NetworkCursor;

std::string vnc_security(std::uint8_t type) {
  switch (type) {  // RFC 6143, 7.1.2, and the registry of the RFB protocol
    case 1: return "none";
    case 2: return "VNC authentication";
    case 16: return "Tight";
    case 18: return "TLS";
    case 19: return "VeNCrypt";
    case 30: return "Apple";
    default: return fmt::format("type {}", type);
  }
}

/// RFB (RFC 6143): the version is exchanged, then the server tells which kinds of security it takes.
class Vnc final : public Dialogue {
 public:
  net::Buffer opening() override { return {}; }
  Step hear(Bytes heard) override { return versions_told_ ? security(heard) : version(heard); }
  Step end() override { return version_.empty() ? Step::refuses() : Step::knows({"vnc", {{"version", version_}}}); }

 private:
  Step version(Bytes heard) {
    constexpr std::string_view head = "RFB ";
    const auto text = net::as_text(heard);
    if (!head.starts_with(text.substr(0, head.size()))) return Step::refuses();
    if (text.size() < 12) return Step::waits();
    if (text[7] != '.' || text[11] != '\n') return Step::refuses();
    version_ = text.substr(4, 7);
    // one that shuts us out says why with its version, and does not wait for ours
    const bool at_once = heard.size() > 12 && version_ < "003.007";
    if (at_once) return security(heard.subspan(12));
    versions_told_ = true;
    net::NetworkWriter out;
    // the version that both know: 3.3 has no list
    out.text(version_ < "003.007" ? "RFB 003.003\n" : "RFB 003.008\n");
    return Step::says(out.take());
  }
  [[nodiscard]] Step security(Bytes heard) const {
    std::vector<std::uint8_t> types;
    if (version_ < "003.007") {
      if (heard.size() < 4) return Step::waits();
      if (heard[3] != 0) types.push_back(heard[3]);
    } else {
      if (heard.empty() || heard.size() < 1U + heard[0]) return Step::waits();
      types.assign(heard.begin() + 1, heard.begin() + 1 + heard[0]);
    }
    std::string list;
    for (const auto type : types) list += (list.empty() ? "" : ", ") + vnc_security(type);
    const bool open = std::find(types.begin(), types.end(), 1) != types.end();
    return Step::knows({"vnc",
                        {{"version", version_},
                         {"security", list},
                         {"authentication", open            ? "none"
                                            : types.empty() ? "refused"
                                                            : "wanted"}}});
  }

  std::string version_;
  bool versions_told_ = false;
};

/// The rsync daemon: versions, then the modules it shows to anybody.
class Rsync final : public Dialogue {
 public:
  net::Buffer opening() override { return {}; }
  Step hear(Bytes heard) override {
    constexpr std::string_view head = "@RSYNCD: ", end = "@RSYNCD: EXIT\n";
    const auto text = net::as_text(heard);
    if (!asked_) {
      if (!head.starts_with(text.substr(0, head.size()))) return Step::refuses();
      const auto line = first_line(text);
      if (!line) return heard.size() < longest_line ? Step::waits() : Step::refuses();
      version_ = line->substr(head.size(), line->find(' ', head.size()) - head.size());
      asked_ = true;
      net::NetworkWriter out;
      out.text("@RSYNCD: 31.0\n#list\n");
      return Step::says(out.take());
    }
    if (text.find(end) == std::string_view::npos)
      return heard.size() < longest_answer ? Step::waits() : Step::refuses();
    return known(text.substr(0, text.find(end)));
  }
  Step end() override { return asked_ ? known({}) : Step::refuses(); }

 private:
  [[nodiscard]] Step known(std::string_view lines) const {
    std::string modules;
    for (auto line = first_line(lines); line; line = first_line(lines)) {
      const auto name = line->substr(0, line->find_first_of(" \t"));
      if (!name.empty() && !line->starts_with('@')) modules.append(modules.empty() ? "" : ", ").append(name);
      lines.remove_prefix(lines.find('\n') + 1);
    }
    return Step::knows({"rsync", {{"version", version_}, {"modules", modules}}});
  }

  std::string version_;
  bool asked_ = false;
};

}  // namespace

std::unique_ptr<Dialogue> make_vnc() { return std::make_unique<Vnc>(); }
std::unique_ptr<Dialogue> make_rsync() { return std::make_unique<Rsync>(); }

net::Buffer mqtt_connect() {
  constexpr std::string_view client = "hygie";
  net::NetworkWriter out;
  out.u8(0x10).counted(1, [&](net::NetworkWriter& inside) {
    inside.counted(2, [](net::NetworkWriter& name) { name.text("MQTT"); });
    inside.u8(4).u8(2).u16(10);  // level 3.1.1, a clean session, ten seconds
    inside.counted(2, [&](net::NetworkWriter& name) { name.text(client); });
  });
  return out.take();
}

Step read_mqtt(Bytes heard) {
  if (!heard.empty() && heard[0] != 0x20) return Step::refuses();
  if (heard.size() < 4) return Step::waits();
  if (heard[1] != 2 || heard[2] > 1 || heard[3] > 5) return Step::refuses();
  constexpr std::array<std::string_view, 6> codes{"none",        "version refused", "client refused",
                                                  "unavailable", "password",        "password"};
  return Step::knows({"mqtt", {{"authentication", std::string(codes.at(heard[3]))}}});
}

net::Buffer rdp_request(std::uint8_t protocols) {
  net::NetworkWriter out;
  out.u8(3).u8(0).u16(19).u8(14).u8(0xe0).u32(0).u8(0);  // TPKT, X.224 connection request
  out.u8(1).u8(0).u8(8).u8(0).u8(protocols).u8(0).u16(0);
  return out.take();
}

Step read_rdp(Bytes heard) {
  if (!heard.empty() && heard[0] != 3) return Step::refuses();
  if (heard.size() < 4) return Step::waits();
  const std::size_t size = NetworkCursor(heard.subspan(2)).u16();
  if (size < 11 || size > 64) return Step::refuses();
  if (heard.size() < size) return Step::waits();
  if (heard[5] != 0xd0) return Step::refuses();
  Identity service{"rdp", {}};
  if (size < 19) {  // a server from before the negotiation
    service.said["security"] = "standard";
    return Step::knows(std::move(service));
  }
  const auto kind = heard[11], value = heard[15];
  if (kind == 2) {
    service.said["security"] = value == 0   ? "standard"
                               : value == 1 ? "tls"
                               : value == 2 ? "nla"
                               : value == 8 ? "nla with early authorisation"
                                            : fmt::format("type {}", value);
  } else if (kind == 3) {
    constexpr std::array<std::string_view, 7> reasons{"",
                                                      "tls required",
                                                      "tls not allowed",
                                                      "no certificate",
                                                      "flags inconsistent",
                                                      "nla required",
                                                      "tls with user authentication required"};
    service.said["refused"] = value < reasons.size() ? std::string(reasons.at(value)) : fmt::format("code {}", value);
  } else {
    return Step::refuses();
  }
  return Step::knows(std::move(service));
}

Step read_x11(Bytes heard) {
  if (!heard.empty() && heard[0] > 2) return Step::refuses();
  if (heard.size() < 8) return Step::waits();
  NetworkCursor at(heard.subspan(2));
  // asked in little endian: protocol 11.0
  if (at.u16() != 0x0b00) return Step::refuses();
  return Step::knows({"x11", {{"authentication", heard[0] == 1 ? "none" : "wanted"}}});
}

Step read_ajp(Bytes heard) {
  constexpr std::array<std::uint8_t, 5> pong{0x41, 0x42, 0x00, 0x01, 0x09};
  const auto some = heard.first(std::min(heard.size(), pong.size()));
  if (!std::equal(some.begin(), some.end(), pong.begin())) return Step::refuses();
  return heard.size() < pong.size() ? Step::waits() : Step::knows({"ajp", {}});
}

}  // namespace hygie::exposure
