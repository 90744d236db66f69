// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/databases/databases.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

namespace hygie::exposure {
namespace {

constexpr std::uint16_t request = 0x6879;

/// memcached over UDP: a frame of eight bytes (request, number, how many, zero) before each part of the answer.
class MemcachedUdp final : public Dialogue {
 public:
  net::Buffer opening() override {
    net::NetworkWriter out;
    out.u16(request).u16(0).u16(1).u16(0).text("stats\r\n");
    return out.take();
  }
  Step hear(net::Bytes heard) override {
    net::NetworkCursor at(heard);
    const auto answers = at.u16();
    at.u16();
    const auto parts = at.u16();
    at.u16();
    const auto text = net::as_text(at.rest());
    if (!at.ok() || answers != request || parts == 0) return Step::refuses();
    if (service_.said.empty() && !text.starts_with("STAT ") && !text.starts_with("ERROR")) return Step::refuses();
    service_.said["authentication"] = "none";
    constexpr std::string_view version = "STAT version ";
    const auto place = text.find(version);
    if (place != std::string_view::npos) {
      const auto rest = text.substr(place + version.size());
      service_.said["version"] = bounded(rest.substr(0, rest.find('\r')), 64);
      service_.said["product"] = "memcached";
    }
    return ++heard_ >= parts ? end() : Step::waits();
  }
  Step end() override { return service_.said.empty() ? Step::refuses() : Step::knows(service_); }

 private:
  Identity service_{"memcached", {}};
  unsigned heard_ = 0;
};

}  // namespace

std::unique_ptr<Dialogue> make_memcached_udp() { return std::make_unique<MemcachedUdp>(); }

}  // namespace hygie::exposure
