// SPDX-License-Identifier: EUPL-1.2
#include "net/ssh/wire.hpp"

#include <openssl/rand.h>
#include <algorithm>
#include <array>

namespace hygie::net::ssh {
namespace {

constexpr std::size_t most_lines_before = 64;
constexpr std::size_t most_names = 1024;
constexpr std::size_t cookie_size = 16, block_size = 8, least_padding = 4;

std::string_view without_end(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::optional<std::vector<std::string>> names_of(Bytes list) {
  std::vector<std::string> names;
  auto text = as_text(list);
  if (text.empty()) return names;
  for (;;) {
    if (names.size() == most_names) return std::nullopt;
    const auto comma = text.find(',');
    names.emplace_back(text.substr(0, comma));
    if (comma == std::string_view::npos) return names;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace

std::string Identification::protocol() const {
  const auto dash = line.find('-', 4);
  return line.substr(std::min<std::size_t>(4, line.size()), dash == std::string::npos ? dash : dash - 4);
}

std::string Identification::software() const {
  const auto dash = line.find('-', 4);
  if (dash == std::string::npos) return {};
  const auto rest = line.substr(dash + 1);
  return rest.substr(0, rest.find(' '));
}

std::string Identification::comment() const {
  const auto space = line.find(' ');
  return space == std::string::npos ? std::string() : line.substr(space + 1);
}

Heard read_identification(std::string_view heard, Identification& into) {
  into = {};
  for (std::size_t at = 0;;) {
    const auto end = heard.find('\n', at);
    const auto line = without_end(heard.substr(at, end == std::string_view::npos ? end : end - at));
    const bool ours = line.starts_with("SSH-");
    if (ours && line.size() > longest_identification) return Heard::no;
    if (end == std::string_view::npos) return heard.size() > longest_before_it ? Heard::no : Heard::more;
    if (ours) {
      into.line = line;
      into.end = end + 1;
      return Heard::yes;
    }
    if (into.before.size() == most_lines_before || end > longest_before_it) return Heard::no;
    into.before.emplace_back(line.substr(0, longest_identification));
    at = end + 1;
  }
}

Heard read_packet(Bytes heard, Packet& into) {
  if (heard.size() < 5) return Heard::more;
  NetworkCursor at(heard);
  const std::size_t size = at.u32(), padding = at.u8();
  if (size > longest_packet || size < padding + 2) return Heard::no;
  if (heard.size() < size + 4) return Heard::more;
  into = {heard.subspan(5, size - padding - 1), size + 4};
  return Heard::yes;
}

Buffer packet(Bytes payload) {
  auto padding = block_size - (payload.size() + 5) % block_size;
  if (padding < least_padding) padding += block_size;
  NetworkWriter out;
  out.u32(static_cast<std::uint32_t>(payload.size() + padding + 1)).u8(static_cast<unsigned>(padding)).bytes(payload);
  Buffer filling(padding);
  RAND_bytes(filling.data(), static_cast<int>(filling.size()));
  return out.bytes(filling).take();
}

std::optional<Lists> read_lists(Bytes payload) {
  NetworkCursor at(payload);
  if (at.u8() != static_cast<std::uint8_t>(Message::kexinit)) return std::nullopt;
  at.take(cookie_size);
  Lists lists;
  for (auto* list : {&lists.exchanges, &lists.host_keys, &lists.ciphers_in, &lists.ciphers_out, &lists.macs_in,
                     &lists.macs_out, &lists.compressions_in, &lists.compressions_out}) {
    auto names = names_of(at.counted(4));
    if (!names) return std::nullopt;
    *list = std::move(*names);
  }
  at.counted(4);  // languages
  at.counted(4);
  lists.guesses = at.u8() != 0;
  at.take(4);
  if (!at.ok()) return std::nullopt;
  return lists;
}

Buffer kexinit(std::string_view exchange, std::string_view host_key, const Lists& theirs) {
  NetworkWriter out;
  std::array<std::uint8_t, cookie_size> cookie{};
  RAND_bytes(cookie.data(), static_cast<int>(cookie.size()));
  out.u8(static_cast<unsigned>(Message::kexinit)).bytes(cookie);
  const auto list = [&](std::string_view text) { out.counted(4, [&](NetworkWriter& inside) { inside.text(text); }); };
  const auto whole = [&](const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ",") + name;
    list(text);
  };
  list(exchange);
  list(host_key);
  for (const auto* names : {&theirs.ciphers_in, &theirs.ciphers_out, &theirs.macs_in, &theirs.macs_out,
                            &theirs.compressions_in, &theirs.compressions_out})
    whole(*names);
  list({});
  list({});
  return out.u8(0).u32(0).take();
}

}  // namespace hygie::net::ssh
