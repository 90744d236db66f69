// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/bytes.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace hygie::exposure {

/// What a service said of itself, by names that facts keep: the header of each family lists those of its dialogues.
/// Over UDP all say request_bytes and answer_bytes too. Texts are as received, bounded in length alone: whoever shows
/// them cleans them. A name that is absent was not told, which is neither yes nor no.
using Said = std::map<std::string, std::string, std::less<>>;

struct Identity {
  std::string protocol;  // "dicom", "redis"
  Said said = {};
};

/// What a dialogue wants next, once it has heard everything that the other side said since its last word.
struct Step {
  enum class Kind : std::uint8_t {
    wait,   // more must be heard first
    say,    // these bytes, then hear again
    done,   // the service is known
    other,  // this is another protocol
  };
  Kind kind = Kind::wait;
  net::Buffer bytes = {};
  Identity service = {};
  [[nodiscard]] static Step waits() { return {}; }
  [[nodiscard]] static Step says(net::Buffer bytes) { return {.kind = Kind::say, .bytes = std::move(bytes)}; }
  [[nodiscard]] static Step knows(Identity service) { return {.kind = Kind::done, .service = std::move(service)}; }
  [[nodiscard]] static Step refuses() { return {.kind = Kind::other}; }
};

/// One conversation with one service, without a socket: whoever connects carries the bytes. It reads, and changes
/// nothing on the other side.
class Dialogue {
 public:
  Dialogue() = default;
  Dialogue(const Dialogue&) = delete;
  Dialogue& operator=(const Dialogue&) = delete;
  virtual ~Dialogue() = default;
  /// Before the opening: what must differ from one conversation to the next (IKE's cookie) is made of `seed`, which
  /// whoever connects draws at random. Without it, conversations are alike.
  virtual void vary(std::uint64_t /*seed*/) {}
  /// Before the opening too: the name that the service goes by, for protocols that ask for it.
  virtual void ask_for(std::string_view /*name*/) {}
  /// Our first word; empty when the other side speaks first.
  [[nodiscard]] virtual net::Buffer opening() = 0;
  /// Over TCP, `heard` is all that came since our last word: called again, with more, after `wait`. Over UDP it is one
  /// datagram, the one that just came: called again, with the next one alone, after `wait`.
  [[nodiscard]] virtual Step hear(net::Bytes heard) = 0;
  /// Nothing more will come: what is known without it; `other` when that is nothing.
  [[nodiscard]] virtual Step end() { return Step::refuses(); }
};

enum class Transport : std::uint8_t { tcp, udp };

struct DialogueInfo {
  std::string_view name;
  std::span<const std::uint16_t> ports;  // where the service usually is, to choose the order of tries
  bool listens_first = false;            // the server speaks first: may be tried anywhere without a byte sent
  std::unique_ptr<Dialogue> (*make)();
  Transport transport = Transport::tcp;
  bool any_port_answers = false;  // UDP: the answer comes from another port of the same address (TFTP, RFC 1350, 4)
};

/// Every dialogue, in the order of their names.
[[nodiscard]] std::span<const DialogueInfo> dialogues();
/// Null when there is none of that name.
[[nodiscard]] const DialogueInfo* find_dialogue(std::string_view name);
[[nodiscard]] std::unique_ptr<Dialogue> make_dialogue(std::string_view name);

}  // namespace hygie::exposure
