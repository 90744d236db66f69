// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/run.hpp"

#include <cstdint>
#include <set>
#include <string>

namespace hygie::cli {

/// What is asked again to verify the open findings of an earlier run of the exposure: nothing else is contacted.
struct Verification {
  std::string run;                               // id of the earlier run
  std::set<std::string, std::less<>> checks;     // that failed, and are not waived
  std::set<std::string, std::less<>> addresses;  // of their services
  std::set<std::uint16_t> tcp, udp;
  bool domains = false;  // something that is no service failed: names, zones and sites are read again
};

/// From a run; no check when it has no open finding of the exposure.
[[nodiscard]] Verification verification_of(const core::Run& run);
/// "192.0.2.7:443/tcp" or "[2001:db8::7]:161/udp" in its parts; false when the text is no service.
bool read_service_id(std::string_view text, std::string& address, std::uint16_t& port, std::string& transport);

}  // namespace hygie::cli
