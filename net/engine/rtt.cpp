// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/rtt.hpp"

#include <algorithm>

namespace hygie::net {

void RoundTrip::sample(Time measured) {
  if (!measured_) {
    smoothed_ = measured;
    variation_ = measured / 2;
    measured_ = true;
    return;
  }
  const auto error = smoothed_ > measured ? smoothed_ - measured : measured - smoothed_;
  variation_ = (variation_ * 3 + error) / 4;
  smoothed_ = (smoothed_ * 7 + measured) / 8;
}

RoundTrip::Time RoundTrip::window() const {
  if (!measured_) return first;
  return std::clamp(smoothed_ + variation_ * 4, floor, first);
}

RoundTrip::Time RoundTrip::second_window() const {
  if (!measured_) return first * 2;
  return std::clamp((smoothed_ + variation_ * 4) * 3, first, ceiling);
}

}  // namespace hygie::net
