// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>

namespace hygie::core {

using Instant = std::chrono::sys_seconds;

/// An instant that may be absent, in eight bytes: facts hold millions of them.
class OptionalInstant {
 public:
  constexpr OptionalInstant() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): an instant is an optional instant
  constexpr OptionalInstant(Instant at) : seconds_(at.time_since_epoch().count()) {}
  [[nodiscard]] constexpr bool has_value() const { return seconds_ != absent; }
  constexpr explicit operator bool() const { return has_value(); }
  [[nodiscard]] constexpr Instant operator*() const { return Instant{std::chrono::seconds{seconds_}}; }
  constexpr void reset() { seconds_ = absent; }
  friend constexpr bool operator==(OptionalInstant a, OptionalInstant b) { return a.seconds_ == b.seconds_; }

 private:
  static constexpr std::int64_t absent = std::numeric_limits<std::int64_t>::min();
  std::int64_t seconds_ = absent;
};

/// Whole days from `since` to `now`, rounded down.
[[nodiscard]] constexpr std::int64_t days_between(Instant since, Instant now) {
  return std::chrono::floor<std::chrono::days>(now - since).count();
}

}  // namespace hygie::core
