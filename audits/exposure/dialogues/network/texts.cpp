// SPDX-License-Identifier: EUPL-1.2
// The kin of HTTP: SIP, RTSP and SSDP, each asked what it offers.
#include "audits/exposure/dialogues/network/network.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/format.h>

namespace hygie::exposure {
namespace {

using net::Bytes;

/// OPTIONS (RFC 3261, 11), from nobody, towards nobody.
net::Buffer sip_options(std::string_view transport) {
  return text_bytes(
      fmt::format("OPTIONS sip:hygie.invalid SIP/2.0\r\n"
                  "Via: SIP/2.0/{} hygie.invalid;branch=z9hG4bKhygie;rport\r\n"
                  "Max-Forwards: 1\r\n"
                  "From: <sip:audit@hygie.invalid>;tag=hygie\r\n"
                  "To: <sip:hygie.invalid>\r\n"
                  "Call-ID: hygie@hygie.invalid\r\n"
                  "CSeq: 1 OPTIONS\r\n"
                  "Accept: application/sdp\r\n"
                  "Content-Length: 0\r\n\r\n",
                  transport));
}

/// The head of an answer "SIP/2.0 200 OK", and its headers, when they are whole.
Step read_status(Bytes heard, std::string_view version, std::string_view protocol,
                 std::initializer_list<std::pair<const char*, const char*>> headers) {
  const auto text = net::as_text(heard);
  if (!version.starts_with(text.substr(0, version.size()))) return Step::refuses();
  const auto end = text.find("\r\n\r\n");
  if (end == std::string_view::npos) return text.size() < 16384 ? Step::waits() : Step::refuses();
  const auto head = text.substr(0, end + 2);
  const auto words = words_of(head.substr(0, head.find('\r')));
  if (words.size() < 2 || words[0] != version) return Step::refuses();
  Identity service{std::string(protocol), {{"status", bounded(words[1], 8)}}};
  for (const auto& [header, fact] : headers)
    if (const auto value = header_value(head, header); !value.empty()) service.said[fact] = bounded(value);
  return Step::knows(std::move(service));
}

/// SSDP (UPnP Device Architecture 1.1, 1.3): a search, asked of one address alone. Each service of the device may
/// answer with a datagram of its own, until nothing more comes.
class Ssdp final : public Dialogue {
 public:
  net::Buffer opening() override {
    return text_bytes(
        "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: ssdp:all\r\n\r\n");
  }
  Step hear(Bytes heard) override {
    const auto text = net::as_text(heard);
    constexpr int most = 64;
    if (!text.starts_with("HTTP/1.1 200")) return answers_ == 0 ? Step::refuses() : Step::waits();
    service_.said["answers"] = std::to_string(++answers_);
    for (const auto* name : {"server", "location", "usn"})
      if (const auto value = header_value(text, name); !value.empty()) service_.said.emplace(name, bounded(value));
    const auto kind = header_value(text, "st");
    if (service_.said["types"].find(kind) == std::string::npos)
      append_to_list(service_.said["types"], bounded(kind, 128));
    return answers_ < most ? Step::waits() : end();
  }
  Step end() override { return answers_ == 0 ? Step::refuses() : Step::knows(service_); }

 private:
  Identity service_{"ssdp", {}};
  int answers_ = 0;
};

}  // namespace

net::Buffer sip_options_tcp() { return sip_options("TCP"); }
net::Buffer sip_options_udp() { return sip_options("UDP"); }
Step read_sip(Bytes heard) {
  return read_status(heard, "SIP/2.0", "sip",
                     {{"server", "server"}, {"user-agent", "user_agent"}, {"allow", "methods"}});
}

net::Buffer rtsp_options() { return text_bytes("OPTIONS * RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: hygie\r\n\r\n"); }
Step read_rtsp(Bytes heard) {
  return read_status(heard, "RTSP/1.0", "rtsp", {{"server", "server"}, {"public", "methods"}});
}

std::unique_ptr<Dialogue> make_ssdp() { return std::make_unique<Ssdp>(); }

}  // namespace hygie::exposure
