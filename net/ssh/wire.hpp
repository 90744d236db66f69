// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What an SSH server says before anything is encrypted (RFC 4253): readers without a socket, bounded whatever comes.
namespace hygie::net::ssh {

inline constexpr std::size_t longest_packet = 35000;           // RFC 4253, 6.1
inline constexpr std::size_t longest_identification = 255;     // RFC 4253, 4.2
inline constexpr std::size_t longest_before_it = 64UL * 1024;  // bytes of other lines that we bear

enum class Message : std::uint8_t {
  disconnect = 1,
  ignore = 2,
  unimplemented = 3,
  debug = 4,
  kexinit = 20,
  kexdh_init = 30,   // also ECDH (RFC 5656) and GEX_REQUEST_OLD
  kexdh_reply = 31,  // also ECDH, and GEX_GROUP (RFC 4419)
  gex_init = 32,
  gex_reply = 33,
  gex_request = 34,
};

/// The identification, and what other lines came before it (RFC 4253, 4.2).
struct Identification {
  std::string line;                            // "SSH-2.0-OpenSSH_9.2p1 Debian-2", without the end of line
  std::vector<std::string> before;             // at most 64, each cut at 255 characters
  std::size_t end = 0;                         // where the packets begin
  [[nodiscard]] std::string protocol() const;  // "2.0", "1.99"
  [[nodiscard]] std::string software() const;  // "OpenSSH_9.2p1"
  [[nodiscard]] std::string comment() const;   // "Debian-2"
};
enum class Heard { more, yes, no };
/// `no`: it is not SSH, or speaks too long before it says so.
[[nodiscard]] Heard read_identification(std::string_view heard, Identification& into);

/// The first packet of `heard`; its payload, and how many bytes it took.
struct Packet {
  Bytes payload;
  std::size_t size = 0;
};
[[nodiscard]] Heard read_packet(Bytes heard, Packet& into);
[[nodiscard]] Buffer packet(Bytes payload);

/// A KEXINIT (RFC 4253, 7.1): each list in the server's order, names as it wrote them, empty ones too.
struct Lists {
  std::vector<std::string> exchanges, host_keys;
  std::vector<std::string> ciphers_in, ciphers_out;  // to the server, and from it
  std::vector<std::string> macs_in, macs_out, compressions_in, compressions_out;
  bool guesses = false;  // first_kex_packet_follows
  friend bool operator==(const Lists&, const Lists&) = default;
};
[[nodiscard]] std::optional<Lists> read_lists(Bytes payload);
/// Ours, asking for one exchange and one kind of host key; the rest is what the server has.
[[nodiscard]] Buffer kexinit(std::string_view exchange, std::string_view host_key, const Lists& theirs);

}  // namespace hygie::net::ssh
