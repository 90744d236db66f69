// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/identify.hpp"

#include "audits/exposure/collect/identify/inquiry.hpp"
#include "net/engine/connector.hpp"

#include <poll.h>
#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <thread>

namespace hygie::exposure {
namespace {

using std::chrono::milliseconds;
using Time = Inquiry::Time;

constexpr milliseconds look_again{10};
// A turn that is nearer than this is worth waiting for on the spot: the pace is then faster than our looks.
constexpr milliseconds nearly{1};

/// A conversation under way on a line of a port's inquiry.
struct Talk {
  std::size_t port, line;
  std::unique_ptr<Dialogue> dialogue;
  std::unique_ptr<Conversation> conversation;
};

/// Hosts in turn, so that the pace of one does not hold the others.
std::vector<std::size_t> interleaved(const std::vector<OpenPort>& ports) {
  std::map<std::string_view, std::size_t> seen;
  std::vector<std::pair<std::size_t, std::size_t>> order;
  for (std::size_t i = 0; i < ports.size(); ++i) order.emplace_back(seen[ports[i].address]++, i);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::size_t> out;
  for (const auto& [rank, index] : order) out.push_back(index);
  return out;
}

/// All ports at once (as many as may be in flight), in one thread: each conversation goes on when its socket is ready,
/// and new ones begin as the pace and what may be in flight allow, those of the ports with the fewest first.
class Round {
 public:
  Round(const std::vector<OpenPort>& ports, const Inventory& inventory, const Patience& patience, Gate& gate,
        core::Progress& progress, const std::function<void(const Service&)>& on_each)
      : ports_(ports),
        patience_(patience),
        gate_(gate),
        progress_(progress),
        on_each_(on_each),
        services_(ports.size()) {
    most_ = net::socket_room(gate.pace().in_flight);
    for (const auto& port : ports) inquiries_.emplace_back(port, inventory, patience);
    pinned_.resize(ports.size());
    order_ = interleaved(ports);
  }

  std::vector<Service> run() {
    while (fill()) {
      const auto now = Clock::now();
      open_some(now);
      close_overdue(now);
      finish();
      if (!under_way_.empty()) wait();
    }
    return std::move(services_);
  }

 private:
  using Clock = std::chrono::steady_clock;

  /// False: all is done. What is not begun when the work must end is not begun any more.
  bool fill() {
    const bool ended = gate_.ended();
    while (begun_ < order_.size() && (ended || under_way_.size() < most_)) begin(order_[begun_++]);
    if (ended)
      for (const auto port : under_way_) inquiries_[port].cut();
    return !under_way_.empty();
  }

  void begin(std::size_t port) {
    const auto& [address, number, name] = ports_[port];
    auto pinned = gate_.pin_address(address, number, name);
    if (pinned) {
      pinned_[port] = std::move(*pinned);
      under_way_.push_back(port);
      return;
    }
    services_[port].address = address;
    services_[port].port = number;
    services_[port].identified = {net::Outcome::not_run, "not-touched"};
    tell(port);
  }

  /// False: not now.
  bool has_turn(const std::string& address) {
    if (talks_.size() >= most_ || in_flight_[address] >= gate_.pace().in_flight_per_host) return false;
    for (;;) {
      const auto left = gate_.wait_for_turn(address);
      if (left == net::Clock::duration{}) return true;
      if (left >= nearly) return false;
      std::this_thread::sleep_for(left);
    }
  }

  void open_some(Time now) {
    auto order = under_way_;
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return inquiries_[a].open_lines() < inquiries_[b].open_lines(); });
    std::set<std::string_view> waiting;
    for (const auto port : order) {
      if (inquiries_[port].next(now) == nullptr || waiting.contains(ports_[port].address)) continue;
      if (has_turn(ports_[port].address))
        open(port, Clock::now());
      else
        waiting.insert(ports_[port].address);
    }
  }

  void open(std::size_t port, Time now) {
    auto& inquiry = inquiries_[port];
    const auto* const tried = inquiry.next(now);
    if (tried == nullptr) return;
    const Approach approach{.tls = tried->tls,
                            .name = ports_[port].name,
                            .limit = patience_.late_greeting + 2 * patience_.talk,
                            .hold = inquiry.hold()};
    if (started_.insert(port).second) gate_.record("identify", service_id(port));
    auto& talk = talks_.emplace_back(Talk{port, 0, tried->make ? tried->make() : nullptr, nullptr});
    talk.conversation = std::make_unique<Conversation>(pinned_[port], talk.dialogue.get(), approach, now);
    talk.line = inquiry.opened(now);
    ++in_flight_[ports_[port].address];
    go_on(talk, now);
  }

  void go_on(Talk& talk, Time now) {
    const bool over = talk.conversation->go_on(now);
    inquiries_[talk.port].seen(talk.line, talk.conversation->so_far());
    if (over) end(talk, now);
  }

  void end(Talk& talk, Time now) {
    inquiries_[talk.port].ended(talk.line, talk.conversation->end(Ending::timed_out), now);
    talk.conversation.reset();
    --in_flight_[ports_[talk.port].address];
  }

  void close_overdue(Time now) {
    for (auto& talk : talks_)
      if (talk.conversation && inquiries_[talk.port].overdue(talk.line, now)) end(talk, now);
    std::erase_if(talks_, [](const Talk& talk) { return !talk.conversation; });
  }

  void finish() {
    std::erase_if(under_way_, [&](std::size_t port) {
      if (!inquiries_[port].over()) return false;
      services_[port] = inquiries_[port].conclude();
      tell(port);
      return true;
    });
  }

  void tell(std::size_t port) {
    progress_.advance(++done_, ports_.size());
    if (on_each_) on_each_(services_[port]);
  }

  void wait() {
    std::vector<pollfd> events;
    for (const auto& talk : talks_)
      events.push_back({talk.conversation->descriptor(), talk.conversation->awaited(), 0});
    ::poll(events.data(), events.size(), static_cast<int>(look_again.count()));
    const auto now = Clock::now();
    for (std::size_t i = 0; i < events.size(); ++i)
      if (auto& talk = talks_[i]; events[i].revents != 0 || talk.conversation->wakes_at() <= now) go_on(talk, now);
    std::erase_if(talks_, [](const Talk& talk) { return !talk.conversation; });
  }

  std::string service_id(std::size_t port) const {
    Service service;
    service.address = ports_[port].address;
    service.port = ports_[port].port;
    return service.id();
  }

  const std::vector<OpenPort>& ports_;
  const Patience& patience_;
  Gate& gate_;
  core::Progress& progress_;
  const std::function<void(const Service&)>& on_each_;
  std::deque<Inquiry> inquiries_;
  std::vector<net::PinnedAddress> pinned_;
  std::vector<Service> services_;
  std::vector<std::size_t> order_, under_way_;
  std::set<std::size_t> started_;
  std::vector<Talk> talks_;
  std::map<std::string, std::size_t, std::less<>> in_flight_;
  std::size_t most_ = 1, begun_ = 0, done_ = 0;
};

}  // namespace

std::vector<Service> identify(const std::vector<OpenPort>& ports, const Inventory& inventory, const Patience& patience,
                              Gate& gate, core::Progress& progress,
                              const std::function<void(const Service&)>& on_each) {
  return Round(ports, inventory, patience, gate, progress, on_each).run();
}

}  // namespace hygie::exposure
