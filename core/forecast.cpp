// SPDX-License-Identifier: EUPL-1.2
#include "core/forecast.hpp"

#include <algorithm>
#include <cmath>

namespace hygie::core {
namespace {

using Seconds = std::chrono::duration<double>;
constexpr Seconds silent_at_first{3}, between_samples{1}, memory{15};
constexpr double slack = 0.1, least_slack = 2;  // of what remains; seconds
constexpr double longest = 99.0 * 3600;         // beyond, a number would mean nothing

}  // namespace

void Forecast::begin(Clock::time_point now) {
  *this = {};
  begun_ = sampled_ = now;
}

void Forecast::note(Clock::time_point now, std::size_t done, std::size_t total) {
  if (counted_ && done < last_) begin(now);  // another count began
  if (!counted_) {
    counted_ = true;
    first_ = last_ = done;
  }
  const Seconds passed = now - sampled_;
  if (passed < between_samples) return;
  const auto kept = std::exp(-passed / memory);
  smoothed_ = smoothed_ * kept + (1 - kept) * static_cast<double>(done - last_) / passed.count();
  weight_ = weight_ * kept + (1 - kept);
  sampled_ = now;
  last_ = done;
  expect(now, total > done ? total - done : 0);
}

std::optional<double> Forecast::rate() const {
  if (last_ == first_ || weight_ <= 0 || sampled_ - begun_ < silent_at_first) return std::nullopt;
  return smoothed_ / weight_;
}

void Forecast::expect(Clock::time_point now, std::size_t left) {
  const auto measured = rate();
  const auto seconds = measured && *measured > 0 ? static_cast<double>(left) / *measured : longest;
  if (left == 0 || seconds >= longest) return end_.reset();
  const auto end = now + std::chrono::duration_cast<Clock::duration>(Seconds(seconds));
  const Seconds drift = end_ ? end - *end_ : Seconds{longest};
  if (std::abs(drift.count()) > std::max(least_slack, slack * seconds)) end_ = end;
}

std::optional<std::chrono::seconds> Forecast::remaining(Clock::time_point now) const {
  if (!end_) return std::nullopt;
  return std::max(std::chrono::seconds{1}, std::chrono::ceil<std::chrono::seconds>(*end_ - now));
}

}  // namespace hygie::core
