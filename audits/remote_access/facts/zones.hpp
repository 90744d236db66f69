// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/time.hpp"

#include <string>
#include <vector>

namespace hygie::remote_access {

/// A time zone as the machine that collected knew it, so that checks turn instants into local hours without a disk.
struct Zone {
  struct Change {
    core::Instant at{};
    int offset = 0;  // seconds east of UTC, from then on
  };
  std::string name = {};
  std::vector<Change> changes = {};  // in order; the first holds for all that is earlier

  [[nodiscard]] int offset_at(core::Instant at) const;
};

/// A moment of a local week.
struct LocalMoment {
  unsigned weekday = 0;  // 0: Monday
  int minute = 0;        // of the day
};
[[nodiscard]] LocalMoment local_moment(const Zone& zone, core::Instant at);

}  // namespace hygie::remote_access
