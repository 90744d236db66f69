// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/cancel.hpp"
#include "net/bytes.hpp"
#include "net/scope.hpp"

#include <chrono>

namespace hygie::net {

/// How a step on a connection ended.
/// `refused`: the machine itself said that nothing listens; `unreachable`: the connection could not be tried or was
/// turned away on the way, which says nothing of the machine.
enum class Ending { complete, closed, reset, timed_out, refused, unreachable, cancelled, deadline };
/// The word for it in Observation::reason.
[[nodiscard]] const char* ending_name(Ending ending);
/// Of an error of connect, send or recv.
[[nodiscard]] Ending ending_of(int error);

/// One TCP connection to an address of the scope; every step ends by its own time limit, the whole examination's
/// deadline, or a cancellation.
class Channel {
 public:
  Channel(core::Deadline deadline, std::chrono::milliseconds limit);
  ~Channel();
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  [[nodiscard]] Ending open(const PinnedAddress& pinned);
  [[nodiscard]] Ending send(Bytes bytes);
  /// Appends what has come, one byte at least when it is complete.
  [[nodiscard]] Ending receive(Buffer& into);
  /// From now on, every step ends within this; the deadline of all still holds.
  void set_limit(std::chrono::milliseconds limit) { until_ = std::chrono::steady_clock::now() + limit; }

 private:
  [[nodiscard]] Ending wait(short events) const;

  core::Deadline deadline_;
  std::chrono::steady_clock::time_point until_;
  int descriptor_ = -1;
};

}  // namespace hygie::net
