// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

namespace hygie::core {

/// How fast work goes, and how long it will still take, from its recent past. Nothing is said of its first seconds; an
/// end that was told is kept while what is measured does not clearly contradict it, so that it does not jump about.
class Forecast {
 public:
  using Clock = std::chrono::steady_clock;
  void begin(Clock::time_point now);
  void note(Clock::time_point now, std::size_t done, std::size_t total);

  /// Items a second.
  [[nodiscard]] std::optional<double> rate() const;
  /// One second at least; none when the total is not known, all is done, or nothing moves.
  [[nodiscard]] std::optional<std::chrono::seconds> remaining(Clock::time_point now) const;

 private:
  void expect(Clock::time_point now, std::size_t left);

  Clock::time_point begun_{}, sampled_{};
  std::size_t first_ = 0, last_ = 0;
  bool counted_ = false;
  double smoothed_ = 0, weight_ = 0;  // of the rates since the beginning, the latest the heaviest
  std::optional<Clock::time_point> end_;
};

}  // namespace hygie::core
