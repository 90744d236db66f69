// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>

namespace hygie::net {

/// How long a host may take to answer, learnt from its answers (RFC 6298, section 2).
class RoundTrip {
 public:
  using Time = std::chrono::microseconds;
  static constexpr Time floor{100'000};
  // Under a second: at one second the kernel sends the SYN again by itself, past our pacing.
  static constexpr Time first{950'000};
  static constexpr Time ceiling{3'000'000};

  void sample(Time measured);
  /// The window of the first question: never over `first`.
  [[nodiscard]] Time window() const;
  /// The window of the second one, longer: a slow answer must not be taken for none twice.
  [[nodiscard]] Time second_window() const;
  /// How long an answer may take, without the bounds of a SYN; nothing was measured: `first`.
  [[nodiscard]] Time longest() const { return measured_ ? smoothed_ + variation_ * 4 : first; }
  [[nodiscard]] bool measured() const { return measured_; }
  [[nodiscard]] Time smoothed() const { return smoothed_; }

 private:
  Time smoothed_{0};
  Time variation_{0};
  bool measured_ = false;
};

}  // namespace hygie::net
