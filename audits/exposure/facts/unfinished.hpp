// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace hygie::exposure {

/// What the ports of one address came to. Thousands are closed for one that is open: they are kept by ranges.
struct PortsRead {
  std::string address = {};
  std::map<std::string, std::string, std::less<>> tcp = {};  // "closed/refused" -> "1-21,23-79"
  std::string udp = {};                                      // asked to the end, whatever answered
  std::uint32_t microseconds = 0;                            // round trip
  bool limits_answers = false;
  double lost = 0;
  unsigned decoys_asked = 0, decoys_open = 0;
};

/// How far an audit came that was stopped, or cut off, before its end; empty in the facts of one that went to its end.
struct Unfinished {
  std::string establishment = {};       // its number, or its own identifier
  std::string asked_sha256 = {};        // of all that decides what is asked
  std::vector<std::string> steps = {};  // read whole
  std::vector<PortsRead> ports = {};
};

}  // namespace hygie::exposure
