// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace hygie::exposure::feeds {

/// What a greeting gives away of how the program was built.
enum class Build {
  unsaid,
  windows,  // no distribution of Linux mends it
  debian,
  ubuntu,
  distribution,  // another one: Red Hat, SUSE ...
};

struct BuildSigns {
  Build build = Build::unsaid;
  std::string version;  // the makers' own, without what the packagers added
  std::string package;  // the package's whole version, without its epoch, which no greeting shows; empty: not shown
  std::string release;  // "bookworm"; empty: not shown
};

/// From the version a service shows and its whole greeting: "9.2p1", "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3".
[[nodiscard]] BuildSigns signs_of(std::string_view version, std::string_view banner);

}  // namespace hygie::exposure::feeds
