// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/greetings/greetings.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <array>

namespace hygie::exposure {
namespace {

using net::Bytes;

constexpr std::size_t longest_packet = 35000;  // RFC 4253, 6.1
constexpr std::uint8_t kexinit = 20;
constexpr std::size_t longest_list = 4096;

/// The identification, the first line here: the lines that RFC 4253 lets come before it are seen of no server.
struct Identification {
  bool possible = true;
  std::string_view line = {};
  std::size_t end = 0;
};
Identification identification_of(std::string_view text) {
  constexpr std::string_view head = "SSH-";
  constexpr std::size_t longest = 255;
  if (!head.starts_with(text.substr(0, head.size()))) return {false};
  const auto line = first_line(text);
  if (!line) return {text.size() <= longest + 1};  // its end may have begun
  return {line->size() <= longest, *line, text.find('\n') + 1};
}

/// The name-lists of a KEXINIT, in their order (RFC 4253, 7.1), and what our facts call them.
constexpr std::array<std::string_view, 10> list_names{
    "kex", "host_keys", "ciphers", "ciphers_back", "macs", "macs_back", "compression", "", "", ""};

bool read_lists(Bytes payload, Said& said) {
  net::NetworkCursor at(payload);
  if (at.u8() != kexinit) return false;
  at.take(16);
  Said lists;
  for (const auto name : list_names) {
    const auto list = net::as_text(at.counted(4));
    if (!name.empty()) lists[std::string(name)] = bounded(list, longest_list);
  }
  at.take(5);
  if (!at.ok()) return false;
  // ciphers: what we would send with; the other direction is kept when it differs alone
  for (const auto* name : {"ciphers", "macs"}) {
    const auto back = lists.find(std::string(name) + "_back");
    if (back->second == lists[name]) lists.erase(back);
  }
  said.merge(lists);
  return true;
}

class Ssh final : public Dialogue {
 public:
  net::Buffer opening() override { return ssh_identification(); }
  Step hear(Bytes heard) override {
    const auto found = identification_of(net::as_text(heard));
    if (!found.possible) return Step::refuses();
    if (found.line.empty()) return Step::waits();
    service_.said = {{"banner", bounded(found.line)},
                     {"protocol_version", bounded(found.line.substr(4, found.line.find('-', 4) - 4), 16)}};
    const auto packet = heard.subspan(found.end);
    if (packet.size() < 5) return Step::waits();
    net::NetworkCursor at(packet);
    const std::size_t size = at.u32(), padding = at.u8();
    if (size < padding + 2 || size > longest_packet) return end();
    if (packet.size() < size + 4) return Step::waits();
    read_lists(packet.subspan(5, size - 1 - padding), service_.said);
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
