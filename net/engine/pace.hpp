// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>

namespace hygie::net {

using Clock = std::chrono::steady_clock;

/// How hard the engine may knock. The default is gentle: what an old device of a ward bears.
struct Pace {
  double rate = 500;          // connections a second, all hosts together
  unsigned in_flight = 1000;  // waiting for an answer, all hosts together
  unsigned in_flight_per_host = 200;
  double second_pass = 0.5;  // the part of `rate` at which silent ports are asked again
};

/// Permission to send, earned at a rate. It saves at most a fiftieth of a second's worth (one at least): a pause is not
/// followed by a burst.
class TokenBucket {
 public:
  TokenBucket(double rate, Clock::time_point now);
  /// Takes one permission when there is one.
  [[nodiscard]] bool take(Clock::time_point now);
  /// Gives back what was taken and not used.
  void give_back();
  [[nodiscard]] double rate() const { return rate_; }

 private:
  double rate_;
  double depth_;
  double tokens_ = 1;
  Clock::time_point last_;
};

}  // namespace hygie::net
