// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/identify/conversation.hpp"
#include "audits/exposure/collect/identify/tries.hpp"

#include <optional>
#include <vector>

namespace hygie::exposure {

/// What is asked of one port, when, and what was learnt: without a socket or a clock. Whoever connects opens a line
/// for each try, says how far it is, and ends those that are overdue.
class Inquiry {
 public:
  using Time = std::chrono::steady_clock::time_point;

  Inquiry(const OpenPort& port, const Inventory& inventory, const Patience& patience);

  /// What to open at that time; null: nothing, yet or any more.
  [[nodiscard]] const Try* next(Time now) const;
  /// How long the next one listens before it speaks: a server that takes so many guests at a time shows the others the
  /// door at once, which then answers nothing.
  [[nodiscard]] std::chrono::milliseconds hold() const;
  /// The next try was begun: the number of its line.
  std::size_t opened(Time now);
  void seen(std::size_t line, const Conversation::SoFar& so_far);
  /// Nothing more is to be awaited on that line.
  [[nodiscard]] bool overdue(std::size_t line, Time now) const;
  void ended(std::size_t line, Attempt attempt, Time now);

  [[nodiscard]] bool over() const;
  [[nodiscard]] std::size_t open_lines() const { return open_; }
  /// The work must end before it was done.
  void cut() { cut_ = true; }
  [[nodiscard]] Service conclude();

 private:
  using Duration = std::chrono::milliseconds;
  struct Line {
    Try tried;
    Time opened;
    bool open = true;
    Conversation::SoFar seen = {};
  };

  [[nodiscard]] bool known() const { return !service_.protocol.empty(); }
  [[nodiscard]] bool may_open(Time now) const;
  [[nodiscard]] bool useless(const Try& tried) const;
  [[nodiscard]] bool all_tried() const {
    return gave_up_ || queue_.empty() || connections_ >= patience_.most_connections;
  }
  [[nodiscard]] Duration trips(int count, Duration least, Duration most) const;
  [[nodiscard]] Duration head_start(const Try& tried) const;
  [[nodiscard]] bool awaits_greeter(const Line& line) const;
  [[nodiscard]] Duration patience_for(const Line& line) const;
  [[nodiscard]] Time end_of_talk(const Line& line) const;
  [[nodiscard]] bool is_next_to_go(const Line& line, Time now) const;
  void drop_useless();
  void learn(Identity identity, bool tls);
  void consider(Attempt& attempt, const Try& tried);
  void recognise_greeting(net::Bytes heard, bool tls);
  [[nodiscard]] bool shown_the_door(const Line& line, const Attempt& attempt, Time now) const;
  [[nodiscard]] bool lost_once(const Line& line, const Attempt& attempt) const;
  void not_connected(Line& line, Time now);
  void say_why_unknown();

  const OpenPort& port_;
  const Inventory& inventory_;
  const Patience& patience_;
  const bool greeting_port_;
  Tries queue_;
  std::vector<Line> lines_;
  Service service_;
  net::Buffer first_heard_;
  Ending last_ending_ = Ending::complete;
  std::optional<Duration> round_trip_;
  Time not_before_{}, last_end_{};
  std::optional<Time> first_word_;  // of the port, on any line
  std::size_t open_ = 0;
  unsigned connections_ = 0, failures_ = 0;
  bool spoke_ = false, tls_heard_ = false, tls_works_ = false, one_at_a_time_ = false, gave_up_ = false, cut_ = false;
};

}  // namespace hygie::exposure
