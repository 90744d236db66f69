// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/identify/stream.hpp"
#include "audits/exposure/dialogues/dialogue.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace hygie::exposure {

/// One connection to one port, and what it taught.
struct Attempt {
  std::optional<Identity> identity = {};  // the service is known
  net::Buffer heard = {};                 // all that it said, when it is not
  Ending ending = Ending::complete;       // how it ended
  bool secured = false;                   // TLS was established, when it was asked for
  bool before_our_word = false;           // the other side left before we had said anything
};

struct Approach {
  bool tls = false;
  std::string name = {};                  // for SNI
  std::chrono::milliseconds limit{4000};  // of all of it
  std::chrono::milliseconds hold{0};      // how long we listen before our first word
};

/// A dialogue held on a new connection, step by step, without waiting.
class Conversation {
 public:
  using Time = std::chrono::steady_clock::time_point;
  struct SoFar {
    std::optional<Time> connected = {};
    std::optional<Time> first_heard = {}, last_heard = {};  // of what it said, inside TLS where that was asked for
    bool secured = false;
    bool awaits_answer = true;  // the last word is ours, or nobody's
  };
  /// Without a dialogue it sends nothing, and hears what comes. The dialogue outlives it.
  Conversation(net::PinnedAddress pinned, Dialogue* dialogue, Approach approach, Time begun);
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;
  ~Conversation() = default;

  /// Goes as far as it can at that time; true once it is over.
  [[nodiscard]] bool go_on(Time now);
  /// What it came to; one that is not over ends here, for that reason.
  [[nodiscard]] Attempt end(Ending why);

  [[nodiscard]] int descriptor() const { return stream_.descriptor(); }
  [[nodiscard]] short awaited() const { return stream_.awaited(); }
  /// When to go on even if nothing comes.
  [[nodiscard]] Time wakes_at() const;
  [[nodiscard]] const SoFar& so_far() const { return so_far_; }

 private:
  using State = Stream::State;
  enum class Stage : std::uint8_t { connecting, securing, holding, talking, over };
  bool ends(Ending ending);
  bool passed(State state);
  bool take_up(Time now);
  bool speak(Time now);
  void converse(Time now);
  bool hears(std::size_t bytes, Time now);

  net::PinnedAddress pinned_;
  Dialogue* dialogue_;
  Approach approach_;
  Time begun_;
  Stream stream_;
  Stage stage_ = Stage::connecting;
  Attempt out_;
  bool spoke_ = false, said_ = false;  // the dialogue has begun; bytes of ours have left
  std::size_t total_ = 0;
  std::optional<Time> ready_;
  SoFar so_far_;
};

}  // namespace hygie::exposure
