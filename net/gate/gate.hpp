// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/cancel.hpp"
#include "core/declaration/exposure.hpp"
#include "net/engine/guard.hpp"
#include "net/engine/pace.hpp"
#include "net/gate/action_log.hpp"
#include "net/gate/standing.hpp"
#include "net/scope.hpp"

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace hygie::net {

/// The one door to the network for every collector: it resolves, holds what it found against the authorisation, the
/// hosts' consents and the guard, waits for the pace, and writes what is done in the action log. Safe from several
/// threads. A collector that connects to an address that this did not give is a mistake.
class Gate {
 public:
  struct Rules {
    Guard guard;
    Pace pace;
    /// Addresses and networks hosted by third parties that did not consent: never contacted.
    std::vector<Network> without_consent;
    Resolver resolver;                   // through the configured resolver alone
    std::optional<core::Window> window;  // local hours outside of which nothing leaves
    std::string stop_file;               // its existence ends everything
  };
  Gate(Scope scope, Rules rules, ActionLog& log, core::Deadline deadline);
  ~Gate();
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

  /// Where a name or an address stands, without contacting it (a name is resolved).
  struct Place {
    Standing standing = Standing::unresolved;
    std::vector<std::string> addresses = {};
    std::string why = {};
  };
  [[nodiscard]] Place standing_of(const std::string& host);
  /// The addresses of `host` that may be contacted on that port, each checked: an error when any is out of scope,
  /// excluded, without consent, or not to be touched; `writes`: bytes will be sent, not only a connection.
  [[nodiscard]] core::Result<std::vector<PinnedAddress>> pin(const std::string& host, std::uint16_t port,
                                                             bool writes = true);
  /// The same for one address that is already numeric, keeping the name it goes by.
  [[nodiscard]] core::Result<PinnedAddress> pin_address(const std::string& address, std::uint16_t port,
                                                        const std::string& name = {}, bool writes = true);
  /// Waits until one more connection (or datagram) may leave, by the pace of all and of that address; false when the
  /// work must end. To be called before each connection.
  [[nodiscard]] bool turn(std::string_view address);
  /// The same without waiting: zero when it may leave now (it is then counted), else how long until it is worth asking
  /// again.
  [[nodiscard]] Clock::duration wait_for_turn(std::string_view address);
  /// Writes one line of the action log: what is about to be done, to whom.
  void record(std::string_view action, std::string_view target, std::string_view detail = {});

  /// For whatever waits: it is cancelled by the user, by the stop file, and at the end of the hours allowed.
  [[nodiscard]] const core::Deadline& deadline() const { return deadline_; }
  [[nodiscard]] bool ended() const { return deadline_.expired(); }
  [[nodiscard]] const Scope& scope() const { return scope_; }
  [[nodiscard]] const Guard& guard() const { return rules_.guard; }
  [[nodiscard]] const Pace& pace() const { return rules_.pace; }

 private:
  void watch(const core::Deadline& asked);
  void look(const core::Deadline& asked);
  [[nodiscard]] core::Status consent(const std::string& address) const;

  Scope scope_;
  Rules rules_;
  ActionLog& log_;
  core::Cancellation stop_;
  core::Deadline deadline_;
  std::mutex mutex_;
  std::unique_ptr<TokenBucket> all_;
  std::map<std::string, Clock::time_point, std::less<>> last_;
  std::mutex watching_;
  std::condition_variable over_;
  bool gone_ = false;
  std::thread watcher_;  // last: it uses all the others
};

}  // namespace hygie::net
