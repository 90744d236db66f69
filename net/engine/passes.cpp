// SPDX-License-Identifier: EUPL-1.2
// What was silent is asked again: of which hosts, how often, how fast.
#include "net/engine/scanner.hpp"

#include <algorithm>
#include <utility>

namespace hygie::net {
namespace {

using namespace std::chrono_literals;
constexpr unsigned gauge_size = 20;
// So much of the questions without answer is not a bad line alone: the host, or what stands before it, counts them.
constexpr double much_lost = 0.4;
constexpr double hardly_answers = 0.8;
constexpr double slowest = 10;  // questions a second to one host
// Nor does one host hold the others up for longer than that, in seconds a pass.
constexpr double longest_pass = 600;
// An old service must not be asked for ever only to measure the line.
constexpr unsigned most_to_an_open_port = 30;

auto through(std::vector<Attempt>& attempts, std::size_t& position) {
  return [&attempts, &position]() -> std::optional<Attempt> {
    if (position >= attempts.size()) return std::nullopt;
    return attempts[position++];
  };
}

}  // namespace

/// Ports that refuse are asked first: nobody listens there. What refuses too seldom is no measure.
std::optional<Attempt> Scanner::witness_of(std::uint32_t index, std::uint8_t question) {
  auto& host = hosts_[index];
  host.since_witness = 0;
  const auto& ports = host.refusing.empty() || host.hopeless ? host.accepting : host.refusing;
  const bool open = &ports == &host.accepting;
  if (ports.empty() || (open && host.witnesses >= most_to_an_open_port * ports.size())) return std::nullopt;
  const auto port = ports[host.witnesses++ % ports.size()];
  return Attempt{.host = index, .port = port, .witness = true, .question = question};
}

/// The speed to try, for a host that left much without an answer: half of that at which it answered.
std::optional<double> Scanner::slower(std::uint32_t index) const {
  const auto& host = hosts_[index];
  const auto lost = host.loss.of_pass(witnesses_);
  if (host.silent == 0 || host.hopeless || host.loss.pass().asked < 5 || lost < much_lost) return std::nullopt;
  const std::chrono::duration<double> span = host.last_asked - host.first_asked;
  const auto asked = static_cast<double>(host.asked) / std::max(0.05, span.count());
  return std::max({slowest, asked * (1 - lost) / 2, static_cast<double>(host.silent) / longest_pass});
}

/// A host that answers better when it is asked slower counts its answers, or the questions: it is asked so from then
/// on. One whose refusals hardly come at the slowest speed is asked like the others; what it refuses is no witness.
void Scanner::slow_down(const std::vector<double>& lost) {
  std::vector<Attempt> gauges;
  for (std::uint32_t i = 0; i < hosts_.size(); ++i)
    for (unsigned k = 0; lost[i] > 0 && k < gauge_size; ++k)
      if (const auto gauge = witness_of(i, 2)) gauges.push_back(*gauge);
  std::size_t position = 0;
  if (!gauges.empty() && !phase(through(gauges, position), request_.pace.rate)) return;
  for (std::uint32_t i = 0; i < hosts_.size(); ++i) {
    auto& host = hosts_[i];
    host.asked = 0;
    if (lost[i] <= 0) continue;
    const auto slow = host.loss.pass();
    if (slow.asked == 0) continue;  // its open ports were asked often enough: slow it stays
    const auto now = static_cast<double>(slow.lost) / slow.asked;
    const bool better = now <= lost[i] / 2;
    host.hopeless = !better && now >= hardly_answers;
    host.summary.limits_answers = host.summary.limits_answers || better || host.hopeless;
    if (!better) host.bucket.reset();
    if (better || host.hopeless) host.loss.start_again(better);
  }
}

/// Ends the pass: what it tells of each host, and which of them are asked slower from now on. The part that each of
/// these lost; 0 for the others.
std::vector<double> Scanner::end_pass() {
  witnesses_ = {};
  for (const auto& host : hosts_)
    if (!host.bucket && !host.hopeless) witnesses_ += host.loss.witnesses();
  std::vector<double> lost(hosts_.size());
  for (std::uint32_t i = 0; i < hosts_.size(); ++i) {
    auto& host = hosts_[i];
    if (const auto rate = slower(i)) {
      lost[i] = host.loss.of_pass(witnesses_);
      host.bucket.emplace(std::min(*rate, request_.pace.rate), Clock::now());
    }
    const auto window = question_ <= 2 ? host.trip.window() : host.trip.second_window();
    // The kernel sends its SYN again after a second.
    host.loss.end_pass(witnesses_, 1U + static_cast<unsigned>(window / 1s));
    host.asked = host.silent = 0;
  }
  return lost;
}

/// Everything that is silent is asked twice; then as often as the losses of its host want it.
bool Scanner::ask_again(std::uint8_t question) {
  if (silent_.empty()) return false;
  const auto lost = end_pass();
  paused_until_ = Clock::now() + 500ms;
  slow_down(lost);
  if (stopped_) return false;
  std::vector<Attempt> asking;
  for (auto& attempt : std::exchange(silent_, {})) {
    if (question > 2 && hosts_[attempt.host].loss.missed() <= Loss::enough) {
      settle(attempt, PortState::filtered, Why::silent);
      continue;
    }
    attempt.question = question;
    asking.push_back(attempt);
  }
  std::size_t position = 0;
  const bool whole = phase(through(asking, position), std::max(1.0, request_.pace.rate * request_.pace.second_pass));
  for (auto& attempt : asking) {
    if (whole || question <= 2 || decided_[attempt.item]) continue;
    --attempt.question;  // stopped: it was silent before
    silent_.push_back(attempt);
  }
  return whole && !asking.empty();
}

void Scanner::settle_silent() {
  for (const auto& attempt : silent_)
    if (attempt.question > 1 && !decided_[attempt.item]) settle(attempt, PortState::filtered, Why::silent);
  silent_.clear();
}

}  // namespace hygie::net
