// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/greetings/greetings.hpp"
#include "audits/exposure/dialogues/support/text.hpp"
#include "net/ssh/wire.hpp"

#include <fmt/format.h>

namespace hygie::exposure {
namespace {

using net::Bytes;

constexpr std::size_t longest_list = 4096;

/// What our facts call the lists. `ciphers`: what we would send with; the other direction is kept when it differs
/// alone.
void keep(const net::ssh::Lists& lists, Said& said) {
  const auto put = [&](const char* name, const std::vector<std::string>& names) {
    said[name] = bounded(fmt::format("{}", fmt::join(names, ",")), longest_list);
  };
  put("kex", lists.exchanges);
  put("host_keys", lists.host_keys);
  put("ciphers", lists.ciphers_in);
  put("macs", lists.macs_in);
  put("compression", lists.compressions_in);
  if (lists.ciphers_out != lists.ciphers_in) put("ciphers_back", lists.ciphers_out);
  if (lists.macs_out != lists.macs_in) put("macs_back", lists.macs_out);
}

class Ssh final : public Dialogue {
 public:
  net::Buffer opening() override { return ssh_identification(); }
  Step hear(Bytes heard) override {
    // The first line here: the lines that RFC 4253 lets come before it are seen of no server.
    constexpr std::string_view head = "SSH-";
    const auto text = net::as_text(heard);
    if (!head.starts_with(text.substr(0, head.size()))) return Step::refuses();
    net::ssh::Identification found;
    const auto known = net::ssh::read_identification(text, found);
    if (known == net::ssh::Heard::no) return Step::refuses();
    if (known == net::ssh::Heard::more) return Step::waits();
    service_.said = {{"banner", bounded(found.line)}, {"protocol_version", bounded(found.protocol(), 16)}};
    net::ssh::Packet packet;
    const auto read = net::ssh::read_packet(heard.subspan(found.end), packet);
    if (read == net::ssh::Heard::more) return Step::waits();
    if (read == net::ssh::Heard::yes)
      if (const auto lists = net::ssh::read_lists(packet.payload)) keep(*lists, service_.said);
    return end();
  }
  Step end() override { return service_.said.empty() ? Step::refuses() : Step::knows(service_); }

 private:
  Identity service_{"ssh", {}};
};

}  // namespace

net::Buffer ssh_identification() { return text_bytes("SSH-2.0-hygie\r\n"); }
std::unique_ptr<Dialogue> make_ssh() { return std::make_unique<Ssh>(); }

}  // namespace hygie::exposure
