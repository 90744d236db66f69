// SPDX-License-Identifier: EUPL-1.2
// What an answer of the network means for a port.
#include "net/engine/scanner.hpp"

#include <algorithm>

namespace hygie::net {

using namespace std::chrono_literals;

void Scanner::settle(const Attempt& attempt, PortState state, Why why, std::chrono::microseconds took) {
  if (attempt.witness) return;
  if (attempt.decoy) {
    if (state == PortState::open) ++hosts_[attempt.host].summary.decoys_open;
    if (state != PortState::not_asked) ++hosts_[attempt.host].summary.decoys_asked;
    return;
  }
  auto& result = results_[attempt.item];
  result.host = attempt.host;
  result.port = attempt.port;
  result.state = state;
  result.why = why;
  const bool asked = state != PortState::not_touched && state != PortState::not_asked;
  result.questions = asked ? attempt.question : std::uint8_t{0};
  result.microseconds = static_cast<std::uint32_t>(took.count());
  decided_[attempt.item] = true;
  ++done_;
  if (attempt.question > 1 && half_done_ > 0) --half_done_;
}

void Scanner::on_silence(const Attempt& attempt) {
  if (attempt.decoy) return settle(attempt, PortState::filtered, Why::silent);
  ++hosts_[attempt.host].silent;
  if (attempt.question == 1) ++half_done_;
  silent_.push_back(attempt);
}

/// A few ports of each host that answer: what becomes of a question to them tells what becomes of the others.
void Scanner::remember(const Attempt& attempt, Answer answer) {
  auto& host = hosts_[attempt.host];
  if (attempt.decoy || (answer != Answer::accepted && answer != Answer::refused)) return;
  if (!may_witness(attempt.host, attempt.port)) return;
  auto& kept = answer == Answer::accepted ? host.accepting : host.refusing;
  if (kept.size() < enough_witnesses) kept.push_back(attempt.port);
}

/// Our own machine is short of something: that says nothing of the port. Fewer at once, a pause, and the same question.
void Scanner::back_off(const Attempt& attempt) {
  const auto now = Clock::now();
  auto& host = hosts_[attempt.host];
  if (now >= paused_until_) allowed_in_flight_ = std::max<std::size_t>(1, allowed_in_flight_ / 2);
  paused_until_ = now + 50ms;
  if (!host.failing_since) host.failing_since = now;
  if (now - *host.failing_since > 3s) host.unusable = true;
  again_.push_back(attempt);
}

void Scanner::on_answer(const Attempt& attempt, Answer answer, std::chrono::microseconds took) {
  auto& host = hosts_[attempt.host];
  --host.in_flight;
  if (answer == Answer::no_resources) return back_off(attempt);
  host.failing_since.reset();
  allowed_in_flight_ = std::min(most_in_flight_, allowed_in_flight_ + 1);
  const bool answered = answer == Answer::accepted || answer == Answer::refused;
  // After a second the kernel repeats its SYN: what comes later may answer either.
  if (answered && (took < 1s || !host.trip.measured())) host.trip.sample(took);
  if (attempt.witness) return host.loss.witness(!answered && answer != Answer::self_connection);
  if (answered) ++host.answered;
  remember(attempt, answer);
  switch (answer) {
    case Answer::accepted: return settle(attempt, PortState::open, Why::accepted, took);
    case Answer::refused: return settle(attempt, PortState::closed, Why::refused, took);
    case Answer::silent: return on_silence(attempt);
    case Answer::self_connection: {
      // Nobody listens, or the kernel would not have given the port; asked again from another port to hear it refused.
      if (attempt.self_connections >= 3) return settle(attempt, PortState::closed, Why::self_connection, took);
      auto next = attempt;
      ++next.self_connections;
      again_.push_back(next);
      return;
    }
    case Answer::host_unreachable: return settle(attempt, PortState::unreachable, Why::host_unreachable, took);
    case Answer::network_unreachable: return settle(attempt, PortState::unreachable, Why::network_unreachable, took);
    case Answer::forbidden: return settle(attempt, PortState::unreachable, Why::forbidden, took);
    default: return settle(attempt, PortState::unreachable, Why::other, took);
  }
}

}  // namespace hygie::net
