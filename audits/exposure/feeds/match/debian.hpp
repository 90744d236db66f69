// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/match/distribution.hpp"
#include "audits/exposure/feeds/match/state.hpp"

#include <map>
#include <optional>
#include <string>

namespace hygie::exposure::feeds {

/// What Debian's tracker says of one CVE and an installed package.
struct DebianVerdict {
  bool affected = false;
  std::string range = {};       // "< 1:9.2p1-2+deb12u3", or its status
  const char* doubt = nullptr;  // what keeps it from being sure
};
using DebianView = std::map<CveId, DebianVerdict>;

/// Every CVE that the tracker lists for the package in the release the greeting shows. Absent when the greeting shows
/// no package version, when the release cannot be told, or when the tracker, or this package in it, was not imported.
core::Result<std::optional<DebianView>> debian_view(const Feeds::State& state, const std::string& package,
                                                    const BuildSigns& signs);

}  // namespace hygie::exposure::feeds
