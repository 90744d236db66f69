// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/facts/register.hpp"
#include "audits/remote_access/facts/ssh.hpp"
#include "audits/remote_access/facts/zones.hpp"
#include "core/finding.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::remote_access {

/// What a collector reads at a time, and a check needs. A gap with the same word makes those checks `unknown`.
enum class Part : std::uint8_t {
  register_,  // what the hospital declares
  ssh         // what the SSH entry points say
};
[[nodiscard]] std::string_view to_string(Part part);

struct Origin {
  std::string establishment = {};  // the object of findings on the whole
  std::string source = {};         // "register": the file alone; "probes": the doors too
};

/// Everything known of the suppliers' accesses at one moment. Plain: it can be saved, replayed, written in a test.
struct RemoteAccessFacts {
  Origin origin = {};
  core::Instant collected_at{};
  Register declared = {};
  std::vector<Zone> zones = {};
  std::vector<SshDoor> ssh = {};  // by host, port, address
  std::vector<Part> not_asked = {};
  std::vector<core::Gap> gaps = {};

  [[nodiscard]] bool missing(Part part) const;
  [[nodiscard]] bool asked(Part part) const;
  [[nodiscard]] const Zone* zone(std::string_view name) const;
  [[nodiscard]] const Access* access(std::string_view id) const;
};

/// Does this instant lie in one of the access's weekly windows? A zone that the facts do not have is our bug.
[[nodiscard]] bool in_weekly_window(const RemoteAccessFacts& facts, const Access& access, core::Instant at);
/// The opening, asked for and granted, that this instant lies in; null without one.
[[nodiscard]] const Opening* opening_at(const Access& access, core::Instant at);

}  // namespace hygie::remote_access
