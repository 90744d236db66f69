// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "net/engine/connector.hpp"
#include "net/engine/loss.hpp"
#include "net/engine/order.hpp"
#include "net/engine/rtt.hpp"
#include "net/engine/scan.hpp"

namespace hygie::net {

/// One run of the engine: a first pass, others for what was silent, then the decoys.
class Scanner {
 public:
  /// `request` was validated: ports sorted and each once, addresses numeric.
  Scanner(const ScanRequest& request, const std::vector<boost::asio::ip::address>& addresses, const Guard& guard,
          const core::Deadline& deadline, const OnScanProgress& on_progress);
  [[nodiscard]] ScanReport run();

 private:
  struct Host {
    boost::asio::ip::address address;
    RoundTrip trip;
    unsigned in_flight = 0;
    std::optional<TokenBucket> bucket;                  // when this host is asked slower than the others
    std::deque<Attempt> waiting;                        // drawn, but its host may not be asked yet
    std::uint64_t silent = 0, asked = 0, answered = 0;  // of this pass
    Clock::time_point first_asked{}, last_asked{};
    Loss loss;
    std::vector<std::uint16_t> refusing, accepting;  // some ports that are known to answer so
    unsigned since_witness = 0, witnesses = 0, open_witnesses = 0;
    bool hopeless = false;                           // it holds refusals back at any speed: they are no witnesses
    std::optional<Clock::time_point> failing_since;  // no socket to it can be had
    bool unusable = false;
    HostSummary summary;
  };
  static constexpr std::size_t enough_witnesses = 8;  // of a host, of each kind
  using Source = std::function<std::optional<Attempt>()>;

  void take_known();
  [[nodiscard]] ScanReport report() const;
  void first_pass();
  /// Asks what is silent again; false when no host is worth it any more.
  bool ask_again(std::uint8_t question);
  void ask_witnesses();
  void end_pass();
  void sum_witnesses();
  /// Tries slower speeds on the hosts that left much without an answer.
  void slow_down();
  void gauge(const std::vector<std::uint32_t>& hosts);
  void weigh_speed(Host& host, double lost_before, bool last);
  void give_up(const Attempt& attempt);
  void settle_silent();
  void ask_decoys();
  std::vector<Attempt> decoys_of(std::uint32_t host) const;

  bool phase(const Source& next, double rate);
  bool issue(const Source& next, TokenBucket& bucket);  // false: the source is dry
  std::optional<Attempt> pick(const Source& next, Clock::time_point now, bool& dry);
  std::optional<Attempt> pick_waiting(Clock::time_point now);
  bool ready(Host& host, Clock::time_point now) const;
  [[nodiscard]] bool may_witness(std::uint32_t host, std::uint16_t port) const;
  bool refused_by_guard(const Attempt& attempt);
  void start(const Attempt& attempt, Clock::time_point now);
  void remember(const Attempt& attempt, Answer answer);
  [[nodiscard]] std::optional<Attempt> witness_of(std::uint32_t host, std::uint8_t question);

  void on_answer(const Attempt& attempt, Answer answer, std::chrono::microseconds took);
  void on_silence(const Attempt& attempt);
  void back_off(const Attempt& attempt);
  void settle(const Attempt& attempt, PortState state, Why why, std::chrono::microseconds took = {});
  void tell_progress(bool last);

  const ScanRequest& request_;
  const Guard& guard_;
  const core::Deadline& deadline_;
  const OnScanProgress& on_progress_;
  Connector connector_;
  std::vector<Host> hosts_;
  std::vector<PortResult> results_;  // one a (host, port), decided or not
  std::vector<bool> decided_;
  std::vector<Attempt> silent_;  // of the present pass
  Witnesses witnesses_;          // of all hosts that are not slowed down
  std::uint8_t question_ = 1;
  unsigned witness_every_;
  std::deque<Attempt> again_;       // to be asked at once: our own failure, not an answer
  std::deque<std::uint32_t> held_;  // hosts with something waiting
  std::size_t held_attempts_ = 0;
  std::size_t most_in_flight_, allowed_in_flight_;
  Clock::time_point paused_until_{};
  Clock::time_point begun_ = Clock::now(), told_{};
  std::uint64_t done_ = 0, total_ = 0, half_done_ = 0;  // half done: silent once
  bool stopped_ = false;
  bool more_at_once_ = false;  // the last turn ended by its bound, not for want of anything
};

}  // namespace hygie::net
