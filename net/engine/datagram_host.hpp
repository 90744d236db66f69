// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/engine/pace.hpp"
#include "net/engine/rtt.hpp"

namespace hygie::net {

/// How one host is asked by datagrams, learnt from its answers and its silences. It has no socket, and no clock.
///
/// A host that refuses closed ports by ICMP may hold refusals back: Linux sends six, then one a second to an address
/// (net.ipv4.icmp_ratelimit). Its silence then says nothing. So one that refuses some ports and is silent on others is
/// asked one question a second, and now and then, as a control, a port that it refused before: while the control is
/// answered, what is silent beside it is silent for itself.
class DatagramHost {
 public:
  using Time = RoundTrip::Time;
  static constexpr std::chrono::milliseconds careful_spacing{1100};
  static constexpr std::chrono::milliseconds slowest_spacing{3300};
  // A host that is not understood by then is doubtful: others wait for the end of the whole.
  static constexpr std::chrono::seconds longest_care{120};
  static constexpr unsigned questions_to_a_control = 4;
  // Two refills of the burst that a careful host may have spent.
  static constexpr std::chrono::milliseconds pause{2200};
  static constexpr Time floor{300'000}, longest{3'000'000};

  /// What TCP measured, when it did: the first windows follow it.
  explicit DatagramHost(Time measured = {});

  /// How long the answer to that question is waited for: twice the one before; the last never under two seconds, for
  /// services slower than their network.
  [[nodiscard]] Time window(unsigned question, unsigned questions) const;
  [[nodiscard]] Time control_window() const {
    return trip_.measured() ? std::max(window(1, 2), RoundTrip::first) : longest;
  }
  /// Something came, so long after the first question. Once a question was repeated it may answer any: it is a measure
  /// only when there is none.
  void answered(unsigned question, Time since_first);
  void refused(unsigned question, Time since_first, Clock::time_point now);
  void kept_silent(unsigned question, Clock::time_point now);
  void control(bool was_refused, Clock::time_point now);
  void asked(Clock::time_point now);
  void control_asked(Clock::time_point now);

  [[nodiscard]] bool may_ask(Clock::time_point now) const { return !careful_ || now >= next_; }
  /// The next question is to be the control; `last`: nothing else is left to ask.
  [[nodiscard]] bool wants_control(bool last) const;
  [[nodiscard]] bool careful() const { return careful_; }
  /// It was caught holding refusals back.
  [[nodiscard]] bool limits() const { return limits_; }
  /// Even at that pace the control stayed without answer: its silences mean nothing.
  [[nodiscard]] bool doubtful() const { return doubtful_; }

 private:
  void look_closer(Clock::time_point now);

  RoundTrip trip_;
  unsigned refusals_ = 0, silences_ = 0;
  unsigned since_control_ = 0, careful_silences_ = 0, controls_lost_ = 0, controls_refused_ = 0;
  bool careful_ = false, examined_ = false, limits_ = false, doubtful_ = false;
  std::chrono::milliseconds spacing_ = careful_spacing;
  Clock::time_point next_{}, give_up_{};
};

}  // namespace hygie::net
