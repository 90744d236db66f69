// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/scanner.hpp"

#include <algorithm>

namespace hygie::net {
namespace {

using namespace std::chrono_literals;
constexpr std::size_t most_held = 50'000;  // attempts drawn too early, in memory
constexpr std::uint8_t most_questions = 7;

}  // namespace

Scanner::Scanner(const ScanRequest& request, const std::vector<boost::asio::ip::address>& addresses, const Guard& guard,
                 const core::Deadline& deadline, const OnScanProgress& on_progress)
    : request_(request),
      guard_(guard),
      deadline_(deadline),
      on_progress_(on_progress),
      connector_([this](const Attempt& attempt, Answer answer, std::chrono::microseconds took) {
        on_answer(attempt, answer, took);
      }),
      hosts_(addresses.size()),
      results_(addresses.size() * request.ports.size()),
      decided_(results_.size()),
      witness_every_(std::max(20U, static_cast<unsigned>(request.ports.size() / 40))),
      most_in_flight_(socket_room(request.pace.in_flight)),
      allowed_in_flight_(most_in_flight_) {
  for (std::size_t i = 0; i < hosts_.size(); ++i) hosts_[i].address = addresses[i];
  take_known();
  total_ = results_.size() - static_cast<std::size_t>(std::count(decided_.begin(), decided_.end(), true));
}

void Scanner::take_known() {
  const auto& ports = request_.ports;
  for (const auto& known : request_.known) {
    const auto port = std::lower_bound(ports.begin(), ports.end(), known.port);
    if (port == ports.end() || *port != known.port || known.state == PortState::not_asked) continue;
    const auto item = known.host * ports.size() + static_cast<std::size_t>(std::distance(ports.begin(), port));
    results_[item] = known;
    decided_[item] = true;
    auto& host = hosts_[known.host];
    if (!may_witness(known.host, known.port)) continue;
    if (known.why == Why::refused && host.refusing.size() < enough_witnesses) host.refusing.push_back(known.port);
    if (known.why == Why::accepted && host.accepting.size() < enough_witnesses) host.accepting.push_back(known.port);
  }
  for (std::size_t i = 0; i < request_.known_hosts.size(); ++i) hosts_[i].summary = request_.known_hosts[i];
}

ScanReport Scanner::run() {
  first_pass();
  while (!stopped_ && question_ < most_questions && ask_again(++question_)) {
  }
  settle_silent();
  if (!stopped_) ask_decoys();
  tell_progress(true);
  return report();
}

ScanReport Scanner::report() const {
  ScanReport report;
  report.complete = !stopped_;
  for (std::size_t i = 0; i < results_.size(); ++i) {
    if (!decided_[i]) continue;
    report.complete = report.complete && results_[i].state != PortState::not_asked;
    report.ports.push_back(results_[i]);
  }
  const auto elsewhere = witnesses_.asked > 0 ? static_cast<double>(witnesses_.lost) / witnesses_.asked : 0;
  for (const auto& host : hosts_) {
    auto& summary = report.hosts.emplace_back(host.summary);
    if (host.loss.witnesses().asked > 0)
      summary.lost = host.loss.share();
    else if (summary.lost <= 0)  // else it was measured before the run was stopped
      summary.lost = elsewhere;
    if (const auto trip = host.trip.smoothed().count(); trip > 0)
      summary.microseconds = static_cast<std::uint32_t>(trip);
  }
  return report;
}

void Scanner::first_pass() {
  const Order order(results_.size(), request_.seed);
  std::uint64_t position = 0;
  const auto ports = request_.ports.size();
  phase(
      [&]() -> std::optional<Attempt> {
        while (position < order.size()) {
          const auto item = order.at(position++);
          if (decided_[item]) continue;
          return Attempt{
              .host = static_cast<std::uint32_t>(item / ports), .port = request_.ports[item % ports], .item = item};
        }
        return std::nullopt;
      },
      request_.pace.rate);
}

std::vector<Attempt> Scanner::decoys_of(std::uint32_t host) const {
  std::vector<Attempt> decoys;
  auto state = mix(request_.seed ^ mix(host));
  // Bounded: a request for all ports leaves no port to try.
  for (unsigned tries = 0; tries < 2000 && decoys.size() < request_.decoys; ++tries) {
    state = mix(state);
    const auto port = static_cast<std::uint16_t>(10'000 + state % 55'000);
    const auto same = [&](const Attempt& decoy) { return decoy.port == port; };
    if (std::binary_search(request_.ports.begin(), request_.ports.end(), port) ||
        std::any_of(decoys.begin(), decoys.end(), same) ||
        guard_.decide(request_.hosts[host].address, port).manner != Manner::probe)
      continue;
    decoys.push_back({.host = host, .port = port, .decoy = true, .question = 2});
  }
  return decoys;
}

void Scanner::ask_decoys() {
  std::vector<Attempt> decoys;
  const auto ports = request_.ports.size();
  for (std::uint32_t host = 0; host < hosts_.size(); ++host) {
    const auto first = results_.begin() + static_cast<std::ptrdiff_t>(host * ports);
    const auto open = std::count_if(first, first + static_cast<std::ptrdiff_t>(ports),
                                    [](const PortResult& result) { return result.state == PortState::open; });
    if (open == 0) continue;
    // Every port was asked: the answers themselves tell.
    if (ports > 60'000) hosts_[host].summary.unreliable = static_cast<std::size_t>(open) > ports / 2;
    const auto own = decoys_of(host);
    auto& summary = hosts_[host].summary;
    if (!own.empty() && summary.decoys_asked >= own.size()) continue;  // before the stop
    summary.decoys_asked = summary.decoys_open = 0;
    decoys.insert(decoys.end(), own.begin(), own.end());
  }
  std::size_t position = 0;
  phase(
      [&]() -> std::optional<Attempt> {
        if (position >= decoys.size()) return std::nullopt;
        return decoys[position++];
      },
      request_.pace.rate);
  for (auto& host : hosts_)
    if (host.summary.decoys_open > request_.decoys_open) host.summary.unreliable = true;
}

bool Scanner::phase(const Source& next, double rate) {
  TokenBucket bucket(rate, Clock::now());
  while (!deadline_.expired()) {
    const bool more = issue(next, bucket);
    if (!more && connector_.in_flight() == 0 && held_attempts_ == 0 && again_.empty()) return true;
    connector_.wait(more_at_once_ ? 0ms : 2ms);
    tell_progress(false);
  }
  connector_.abandon();
  stopped_ = true;
  return false;
}

bool Scanner::issue(const Source& next, TokenBucket& bucket) {
  bool dry = false;
  more_at_once_ = false;
  // A bounded turn, so that answers are read between two of them.
  for (unsigned turn = 0; turn < 256 && connector_.in_flight() < allowed_in_flight_; ++turn) {
    const auto now = Clock::now();
    if (now < paused_until_ || !bucket.take(now)) return true;
    const auto attempt = pick(next, now, dry);
    if (!attempt) {
      bucket.give_back();
      return !dry;
    }
    start(*attempt, now);
  }
  more_at_once_ = connector_.in_flight() < allowed_in_flight_;
  return true;
}

bool Scanner::ready(Host& host, Clock::time_point now) const {
  return host.in_flight < request_.pace.in_flight_per_host && (!host.bucket || host.bucket->take(now));
}

std::optional<Attempt> Scanner::pick_waiting(Clock::time_point now) {
  for (std::size_t looked = std::min<std::size_t>(held_.size(), 64); looked > 0; --looked) {
    const auto index = held_.front();
    held_.pop_front();
    auto& host = hosts_[index];
    if (!ready(host, now)) {
      held_.push_back(index);
      continue;
    }
    const auto attempt = host.waiting.front();
    host.waiting.pop_front();
    --held_attempts_;
    if (!host.waiting.empty()) held_.push_back(index);
    return attempt;
  }
  return std::nullopt;
}

std::optional<Attempt> Scanner::pick(const Source& next, Clock::time_point now, bool& dry) {
  if (!again_.empty()) {
    const auto attempt = again_.front();
    again_.pop_front();
    return attempt;
  }
  if (auto waited = pick_waiting(now)) return waited;
  for (unsigned drawn = 0; drawn < 1000 && held_attempts_ < most_held; ++drawn) {
    auto attempt = next();
    if (!attempt) {
      dry = true;
      return std::nullopt;
    }
    if (refused_by_guard(*attempt)) continue;
    auto& host = hosts_[attempt->host];
    if (host.waiting.empty() && ready(host, now)) return attempt;
    if (host.waiting.empty()) held_.push_back(attempt->host);
    host.waiting.push_back(*attempt);
    ++held_attempts_;
  }
  return std::nullopt;
}

/// Ports that are connected to once, like those of printers, are not called again to know the line.
bool Scanner::may_witness(std::uint32_t host, std::uint16_t port) const {
  return guard_.decide(request_.hosts[host].address, port).manner == Manner::probe;
}

bool Scanner::refused_by_guard(const Attempt& attempt) {
  const auto decision = guard_.decide(request_.hosts[attempt.host].address, attempt.port);
  if (decision.manner != Manner::do_not_touch) return false;
  if (!attempt.decoy) {
    results_[attempt.item].rule = decision.rule ? static_cast<std::int32_t>(*decision.rule) : -1;
    settle(attempt, PortState::not_touched, Why::rule);
  }
  return true;
}

void Scanner::start(const Attempt& attempt, Clock::time_point now) {
  auto& host = hosts_[attempt.host];
  if (host.unusable) {
    settle(attempt, PortState::not_asked, Why::local_resources);
    return;
  }
  if (host.asked++ == 0) host.first_asked = now;
  host.last_asked = now;
  ++host.in_flight;
  // Among the others, and only where there is a doubt.
  if (!attempt.decoy && !attempt.witness && (host.silent > 0 || attempt.question > 1) &&
      ++host.since_witness >= witness_every_)
    if (const auto witness = witness_of(attempt.host, attempt.question)) {  // at the host's own pace
      if (host.waiting.empty()) held_.push_back(attempt.host);
      host.waiting.push_back(*witness);
      ++held_attempts_;
    }
  const auto window = attempt.question == 1 ? host.trip.window() : host.trip.second_window();
  connector_.start(attempt, {host.address, attempt.port}, window);
}

void Scanner::tell_progress(bool last) {
  const auto now = Clock::now();
  if (!on_progress_ || (!last && now - told_ < 200ms)) return;
  told_ = now;
  const std::chrono::duration<double> elapsed = now - begun_;
  // The first question is the part of a silent port's time that the second one's slower pace leaves it.
  const auto second = request_.pace.second_pass;
  const auto half = static_cast<std::uint64_t>(static_cast<double>(half_done_) * second / (1 + second));
  ScanProgress progress{done_ + half, total_};
  progress.rate = static_cast<double>(done_) / std::max(0.001, elapsed.count());
  if (progress.rate > 0) progress.remaining_seconds = static_cast<double>(total_ - done_) / progress.rate;
  progress.so_far = [this] { return report(); };
  on_progress_(progress);
}

}  // namespace hygie::net
