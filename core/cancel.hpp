// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <chrono>

namespace hygie::core {

/// Set from a signal handler or another thread; long work looks at it between two steps and keeps what it has.
class Cancellation {
 public:
  void cancel() noexcept { cancelled_.store(true, std::memory_order_relaxed); }
  [[nodiscard]] bool cancelled() const noexcept { return cancelled_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> cancelled_{false};
};

/// When work must be over, and whether somebody asked to stop before.
struct Deadline {
  std::chrono::steady_clock::time_point at = std::chrono::steady_clock::time_point::max();
  const Cancellation* cancellation = nullptr;

  [[nodiscard]] bool cancelled() const { return cancellation != nullptr && cancellation->cancelled(); }
  [[nodiscard]] bool expired() const { return cancelled() || std::chrono::steady_clock::now() >= at; }
};

}  // namespace hygie::core
