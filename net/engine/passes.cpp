// SPDX-License-Identifier: EUPL-1.2
// What was silent is asked again: of which hosts, how often, how fast.
#include "net/engine/scanner.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hygie::net {
namespace {

using namespace std::chrono_literals;
constexpr unsigned gauge_size = 20, few_witnesses = 15;
// So much of the questions without answer is not a bad line alone: the host, or what stands before it, counts them.
constexpr double much_lost = 0.4;
constexpr double hardly_answers = 0.6;
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
  auto& sent = open ? host.open_witnesses : host.witnesses;
  if (ports.empty() || (open && sent >= most_to_an_open_port * ports.size())) return std::nullopt;
  const auto port = ports[sent++ % ports.size()];
  return Attempt{.host = index, .port = port, .witness = true, .question = question};
}

void Scanner::gauge(const std::vector<std::uint32_t>& hosts) {
  std::vector<Attempt> gauges;
  for (const auto index : hosts)
    for (unsigned k = 0; k < gauge_size; ++k)
      if (const auto one = witness_of(index, 2)) gauges.push_back(*one);
  std::size_t position = 0;
  if (!gauges.empty()) phase(through(gauges, position), request_.pace.rate);
}

/// A short list of ports is over before the first silence is known: its witnesses come after it.
void Scanner::ask_witnesses() {
  std::vector<std::uint32_t> unknown;
  for (std::uint32_t i = 0; i < hosts_.size(); ++i)
    if (hosts_[i].silent >= gauge_size && hosts_[i].loss.witnesses().asked < few_witnesses) unknown.push_back(i);
  gauge(unknown);
}

/// A host that answers better when it is asked slower counts its answers, or the questions: it is asked so from then
/// on. One whose refusals hardly come at the slowest speed is asked like the others; what it refuses is no witness.
void Scanner::weigh_speed(Host& host, double lost_before, bool last) {
  const auto seen = host.loss.pass();
  if (seen.asked == 0) return;  // its open ports were asked often enough: slow it stays
  const auto lost = static_cast<double>(seen.lost) / seen.asked;
  const bool better = lost <= lost_before / 2;
  host.hopeless = last && !better && lost >= hardly_answers;
  host.summary.limits_answers = host.summary.limits_answers || better || host.hopeless;
  if (better) return host.loss.keep_pass_only();
  host.loss.drop_pass();
  host.bucket.reset();
}

void Scanner::slow_down() {
  // Parts of the speed at which the host answered.
  constexpr std::array<double, 2> parts{0.7, 0.2};
  std::vector<std::uint32_t> tried;
  std::vector<double> lost(hosts_.size()), answered(hosts_.size());
  for (std::uint32_t i = 0; i < hosts_.size(); ++i) {
    const auto& host = hosts_[i];
    lost[i] = host.loss.share();
    const std::chrono::duration<double> span = host.last_asked - host.first_asked;
    answered[i] = static_cast<double>(host.answered) / std::max(0.05, span.count());
    if (host.silent > 0 && !host.hopeless && host.loss.witnesses().asked >= few_witnesses && lost[i] >= much_lost)
      tried.push_back(i);
  }
  for (const auto part : parts) {
    for (const auto i : tried) {
      const auto soon_enough = static_cast<double>(hosts_[i].silent) / longest_pass;
      const auto rate = std::max({slowest, answered[i] * part, soon_enough});
      hosts_[i].bucket.emplace(std::min(rate, request_.pace.rate), Clock::now());
    }
    gauge(tried);
    if (stopped_) return;
    for (const auto i : tried) weigh_speed(hosts_[i], lost[i], part == parts.back());
    std::erase_if(tried, [&](std::uint32_t i) { return hosts_[i].bucket.has_value(); });
  }
  // Refusals held back say nothing of open ports: those known tell.
  std::erase_if(tried, [&](std::uint32_t i) { return !hosts_[i].hopeless; });
  gauge(tried);
  for (const auto i : tried) hosts_[i].loss.keep_pass_only();
  sum_witnesses();
  for (const auto i : tried) hosts_[i].loss.judge_by(witnesses_);
}

void Scanner::sum_witnesses() {
  witnesses_ = {};
  for (const auto& host : hosts_)
    if (!host.bucket) witnesses_ += host.loss.witnesses();
}

void Scanner::end_pass() {
  sum_witnesses();
  for (auto& host : hosts_) {
    const auto window = question_ <= 2 ? host.trip.window() : host.trip.second_window();
    // The kernel sends its SYN again after a second.
    host.loss.end_pass(witnesses_, 1U + static_cast<unsigned>(window / 1s));
  }
}

/// Everything that is silent is asked twice; then as often as the losses of its host want it.
bool Scanner::ask_again(std::uint8_t question) {
  if (silent_.empty()) return false;
  if (question == 2) ask_witnesses();
  end_pass();
  paused_until_ = Clock::now() + 500ms;
  slow_down();
  if (stopped_) return false;
  for (auto& host : hosts_) host.asked = host.answered = host.silent = 0;
  std::vector<Attempt> asking;
  for (auto& attempt : std::exchange(silent_, {})) {
    if (question > 2 && hosts_[attempt.host].loss.missed() <= Loss::enough) {
      give_up(attempt);
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

void Scanner::give_up(const Attempt& attempt) {
  settle(attempt, PortState::filtered, hosts_[attempt.host].hopeless ? Why::held_back : Why::silent);
}

void Scanner::settle_silent() {
  for (const auto& attempt : silent_)
    if (attempt.question > 1 && !decided_[attempt.item]) {
      give_up(attempt);
      results_[attempt.item].hasty = stopped_;
    }
  silent_.clear();
}

}  // namespace hygie::net
