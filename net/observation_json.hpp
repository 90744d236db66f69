// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/facts_json.hpp"
#include "net/observation.hpp"

/// An observation in a snapshot: its outcome, and its reason when there is one.
namespace hygie::net {

inline void to_json(nlohmann::json& out, const Observation& x) {
  out = nlohmann::json::array({static_cast<unsigned>(x.outcome)});
  if (!x.reason.empty()) out.push_back(x.reason);
}

inline void from_json(const nlohmann::json& in, Observation& x) {
  x.outcome = core::enum_of<Outcome, Outcome::unknown>(in.at(0));
  if (in.size() > 1) in.at(1).get_to(x.reason);
}

}  // namespace hygie::net
