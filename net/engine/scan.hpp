// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/engine/guard.hpp"
#include "net/engine/pace.hpp"

namespace hygie::net {

enum class PortState : std::uint8_t { open, closed, filtered, unreachable, not_touched, not_asked };
enum class Why : std::uint8_t {
  accepted,             // open
  refused,              // closed: a reset, or an ICMP port unreachable
  self_connection,      // closed: the only one who answered was ourselves
  silent,               // filtered: two questions or more, no answer
  held_back,            // filtered or closed: the host was caught holding its refusals back, its silence does not tell
  host_unreachable,     // unreachable: ICMP, or no answer to ARP
  network_unreachable,  // unreachable: ICMP, or no route
  forbidden,            // unreachable: this machine's own firewall
  rule,                 // not touched: the guard
  local_resources,      // not asked: this machine had no descriptor, port or address left
  other                 // unreachable: another error of the network
};
[[nodiscard]] std::string_view name(PortState state);
[[nodiscard]] std::string_view name(Why why);

/// What is known of one port; `host` is its place in ScanRequest::hosts.
struct PortResult {
  std::uint32_t host = 0;
  std::uint16_t port = 0;
  PortState state = PortState::not_asked;
  Why why = Why::other;
  std::uint8_t questions = 0;
  std::int32_t rule = -1;          // of the guard, when not_touched by a declared one
  std::uint32_t microseconds = 0;  // round trip, when something answered
  bool hasty = false;              // silent so far, but the run was stopped before its last question
};

struct HostSummary {
  std::uint32_t microseconds = 0;  // smoothed round trip
  bool limits_answers = false;     // it holds back answers: asked slower, or, when that does not help, taken as it is
  double lost = 0;                 // the part of the questions that was lost, by those to ports known to answer
  unsigned decoys_asked = 0;
  unsigned decoys_open = 0;
  bool unreliable = false;  // answers on all ports: its open ports prove nothing
};

struct ScanRequest {
  std::vector<PinnedAddress> hosts;  // their port is not read
  std::vector<std::uint16_t> ports;
  Pace pace;
  std::uint64_t seed = 1;
  std::vector<PortResult> known = {};         // of a run that was stopped: kept, not asked again
  std::vector<HostSummary> known_hosts = {};  // of that run, as in `hosts`; empty: nothing is known
  unsigned decoys = 20;                       // unlikely ports asked of each host with one open; 0: none
  unsigned decoys_open = 5;                   // more than that open: the host answers on all ports
};

struct ScanReport {
  std::vector<PortResult> ports;   // by host, then port
  std::vector<HostSummary> hosts;  // as in the request
  bool complete = false;           // false: stopped, or some port could not be asked
};

struct ScanProgress {
  /// Of the work: a port that was silent once is done in part, for it is asked again, slower.
  std::uint64_t done = 0, total = 0;
  double rate = 0;                               // ports decided a second, since the beginning
  double remaining_seconds = 0;                  // at that rate
  std::function<ScanReport()> so_far = nullptr;  // what is decided by now; it costs a copy
};
using OnScanProgress = std::function<void(const ScanProgress&)>;

/// Asks every port of every host by a TCP connection, opened and closed without a byte. Blocks until all is known or
/// the deadline; then what was found is kept and the report says it is not complete.
[[nodiscard]] core::Result<ScanReport> scan(const ScanRequest& request, const Guard& guard,
                                            const core::Deadline& deadline = {},
                                            const OnScanProgress& on_progress = nullptr);

}  // namespace hygie::net
