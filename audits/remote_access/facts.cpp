// SPDX-License-Identifier: EUPL-1.2
#include "audits/remote_access/facts.hpp"

#include <algorithm>
#include <stdexcept>

namespace hygie::remote_access {

std::string_view to_string(Part part) { return part == Part::ssh ? "ssh" : "register"; }

bool Access::health_data() const {
  return std::any_of(systems.begin(), systems.end(), [](const System& one) { return one.health_data == Said::yes; });
}

bool RemoteAccessFacts::missing(Part part) const {
  return std::any_of(gaps.begin(), gaps.end(), [part](const core::Gap& gap) { return gap.what == to_string(part); });
}

bool RemoteAccessFacts::asked(Part part) const {
  return std::find(not_asked.begin(), not_asked.end(), part) == not_asked.end();
}

const Zone* RemoteAccessFacts::zone(std::string_view name) const {
  const auto found = std::find_if(zones.begin(), zones.end(), [name](const Zone& one) { return one.name == name; });
  return found == zones.end() ? nullptr : &*found;
}

const Access* RemoteAccessFacts::access(std::string_view id) const {
  const auto found = std::find_if(declared.accesses.begin(), declared.accesses.end(),
                                  [id](const Access& one) { return one.id == id; });
  return found == declared.accesses.end() ? nullptr : &*found;
}

bool in_weekly_window(const RemoteAccessFacts& facts, const Access& access, core::Instant at) {
  return std::any_of(access.windows.begin(), access.windows.end(), [&](const WeeklyWindow& window) {
    const auto* zone = facts.zone(window.zone);
    if (zone == nullptr) throw std::logic_error("no time zone " + window.zone + " in the facts");
    const auto local = local_moment(*zone, at);
    return ((window.days >> local.weekday) & 1U) != 0 && local.minute >= window.from && local.minute < window.until;
  });
}

const Opening* opening_at(const Access& access, core::Instant at) {
  const auto found = std::find_if(access.openings.begin(), access.openings.end(), [at](const Opening& one) {
    return one.from && one.until && *one.from <= at && at < *one.until;
  });
  return found == access.openings.end() ? nullptr : &*found;
}

}  // namespace hygie::remote_access
