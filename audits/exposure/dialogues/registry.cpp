// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/services.hpp"

#include <algorithm>
#include <array>

namespace hygie::exposure {
namespace {

/// One question, or none, and one reader of all that was said.
template <auto Ask, auto Read>
class OneAnswer final : public Dialogue {
 public:
  net::Buffer opening() override { return Ask(); }
  Step hear(net::Bytes heard) override { return heard.size() > longest_answer ? Step::refuses() : Read(heard); }
};
template <auto Ask, auto Read>
std::unique_ptr<Dialogue> one_answer() {
  return std::make_unique<OneAnswer<Ask, Read>>();
}

net::Buffer nothing() { return {}; }
net::Buffer text(std::string_view words) {
  const auto bytes = net::as_bytes(words);
  return {bytes.begin(), bytes.end()};
}
net::Buffer redis_ping() { return text("*1\r\n$4\r\nPING\r\n"); }
net::Buffer memcached_version() { return text("version\r\n"); }
net::Buffer ajp_ping() { return {0x12, 0x34, 0x00, 0x01, 0x0a}; }
net::Buffer x11_setup() { return {0x6c, 0, 0x0b, 0, 0, 0, 0, 0, 0, 0, 0, 0}; }
net::Buffer rdp_any() { return rdp_request(0x0b); }
net::Buffer rdp_standard() { return rdp_request(0); }

template <std::uint16_t... Ports>
constexpr std::array<std::uint16_t, sizeof...(Ports)> ports{Ports...};

const std::array<DialogueInfo, 15> all{{
    {"ajp", ports<8009>, false, one_answer<ajp_ping, read_ajp>},
    {"banner", ports<21, 22, 23, 25, 110, 143, 587, 2222>, true, one_answer<nothing, read_banner>},
    {"dicom", ports<104, 2761, 4242, 5678, 11112>, false, make_dicom},
    {"memcached", ports<11211>, false, one_answer<memcached_version, read_memcached>},
    {"mllp", ports<2575, 6661>, false, make_mllp},
    {"modbus", ports<502>, false, make_modbus},
    {"mqtt", ports<1883>, false, one_answer<mqtt_connect, read_mqtt>},
    {"mysql", ports<3306>, true, one_answer<nothing, read_mysql>},
    {"postgresql", ports<5432>, false, one_answer<postgres_startup, read_postgres>},
    {"rdp", ports<3389>, false, one_answer<rdp_any, read_rdp>},
    {"rdp-standard", ports<3389>, false, one_answer<rdp_standard, read_rdp>},
    {"redis", ports<6379>, false, one_answer<redis_ping, read_redis>},
    {"rsync", ports<873>, true, make_rsync},
    {"vnc", ports<5900, 5901>, true, make_vnc},
    {"x11", ports<6000>, false, one_answer<x11_setup, read_x11>},
}};

}  // namespace

std::span<const DialogueInfo> dialogues() { return all; }

std::unique_ptr<Dialogue> make_dialogue(std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const DialogueInfo& one) { return one.name == name; });
  return found == all.end() ? nullptr : found->make();
}

}  // namespace hygie::exposure
