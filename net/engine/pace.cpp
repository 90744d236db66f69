// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/pace.hpp"

#include <algorithm>

namespace hygie::net {

TokenBucket::TokenBucket(double rate, Clock::time_point now)
    : rate_(rate), depth_(std::max(1.0, rate / 50)), last_(now) {}

bool TokenBucket::take(Clock::time_point now) {
  const std::chrono::duration<double> elapsed = now - last_;
  if (elapsed.count() > 0) {
    tokens_ = std::min(depth_, tokens_ + elapsed.count() * rate_);
    last_ = now;
  }
  if (tokens_ < 1) return false;
  tokens_ -= 1;
  return true;
}

void TokenBucket::give_back() { tokens_ = std::min(depth_, tokens_ + 1); }

}  // namespace hygie::net
