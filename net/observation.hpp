// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

namespace hygie::net {

/// What a question to a service came to. `absent` is only said when the service answered and showed it; a silence, a
/// lost connection or an answer that is not understood is `unknown`.
enum class Outcome : std::uint8_t { not_run, present, absent, unknown };

/// `reason` is a word for programs ("timeout", "alert-40"), never a sentence.
struct Observation {
  Outcome outcome = Outcome::not_run;
  std::string reason = {};

  [[nodiscard]] bool present() const { return outcome == Outcome::present; }
  [[nodiscard]] bool absent() const { return outcome == Outcome::absent; }
  friend bool operator==(const Observation&, const Observation&) = default;
};

}  // namespace hygie::net
