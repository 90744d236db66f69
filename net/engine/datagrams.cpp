// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/datagrams.hpp"

#include "net/engine/connector.hpp"
#include "net/engine/datagram_host.hpp"
#include "net/engine/datagram_socket.hpp"

#include <poll.h>
#include <algorithm>
#include <deque>
#include <map>
#include <utility>

namespace hygie::net {
namespace {

constexpr auto longest_wait = std::chrono::milliseconds{20};
constexpr auto longest_shortage = std::chrono::seconds{3};
// Of one port, to a host that is asked carefully: a refusal had its chance, an answer needs no care.
constexpr unsigned most_careful = 2;
// A service that talks on and on is heard this many times.
constexpr unsigned most_heard = 64;

/// A question on its way, or that waits for its turn.
struct Flight {
  std::size_t talk = 0;
  DatagramSocket socket = {};
  Buffer say = {};  // the last word, once the conversation goes on; said again when it stays without an answer
  unsigned questions = 0, careful = 0, repeats = 0, heard = 0;
  bool answered = false, unreachable = false, control = false, over = false;
  Clock::time_point first_asked{}, until{};
};

struct Port {
  std::size_t leader = 0;  // the talk that asks first
  bool tried = false;
  std::optional<DatagramEnd> refusal = {};
};

struct Host {
  DatagramHost patience;
  std::size_t left = 0;                  // talks without an end
  std::vector<std::size_t> silent = {};  // ended so, said when the host is known
  std::optional<std::size_t> refused = {};
  Buffer refused_words = {};
  bool control_flies = false;
};

class Loop {
 public:
  Loop(std::vector<DatagramTalk>& talks, const DatagramPace& pace, const std::function<void(std::size_t)>& on_progress)
      : talks_(talks), pace_(pace), on_progress_(on_progress), most_open_(socket_room(2 * pace.most_at_once)) {
    for (std::size_t i = 0; i < talks.size(); ++i) {
      const auto& to = talks[i].to;
      waiting_.push_back({.talk = i});
      ports_.try_emplace({to.address, to.port}, Port{.leader = i});
      ++hosts_.try_emplace(to.address, Host{.patience = DatagramHost(talks[i].round_trip)}).first->second.left;
    }
  }

  void run() {
    while (!waiting_.empty() || !flights_.empty()) {
      if (pace_.ended()) return cut();
      send_some();
      receive();
      expire();
    }
  }

 private:
  DatagramTalk& talk(const Flight& flight) { return talks_[flight.talk]; }
  Host& host(const Flight& flight) { return hosts_.find(talk(flight).to.address)->second; }
  Port& port(const Flight& flight) { return ports_.find({talk(flight).to.address, talk(flight).to.port})->second; }

  static RoundTrip::Time since(Clock::time_point then) {
    return std::chrono::duration_cast<RoundTrip::Time>(Clock::now() - then);
  }

  void tell(std::size_t index, DatagramEnd end) {
    talks_[index].end(end);
    ++done_;
    if (on_progress_) on_progress_(done_);
  }

  void finish(Flight& flight, DatagramEnd end) {
    flight.over = true;
    port(flight).tried = true;
    auto& of = host(flight);
    --of.left;
    if (end == DatagramEnd::silent)
      of.silent.push_back(flight.talk);
    else
      tell(flight.talk, end);
    if (of.left == 0) judge_silences(of);
  }

  /// Once all of a host is asked, and its control with it, it is known what its silences are worth.
  void judge_silences(Host& of) {
    if (of.control_flies || ended_) return;
    if (!of.silent.empty() && of.refused && of.patience.wants_control(true)) {
      of.control_flies = true;
      waiting_.push_back(control_of(of));
      return;
    }
    for (const auto index : std::exchange(of.silent, {}))
      tell(index, of.patience.doubtful() ? DatagramEnd::doubtful : DatagramEnd::silent);
  }

  /// What is left in the place of a flight that goes on elsewhere.
  static Flight gone() { return {.over = true}; }

  static Flight control_of(const Host& of) {
    return {.talk = *of.refused, .say = of.refused_words, .answered = true, .control = true};
  }

  void cut() {
    ended_ = true;
    for (auto* all : {&flights_, &ready_})
      for (auto& flight : *all)
        if (!flight.over && !flight.control) finish(flight, DatagramEnd::cut);
    for (auto& flight : waiting_)
      if (!flight.control) finish(flight, DatagramEnd::cut);
    for (auto& [address, of] : hosts_)
      for (const auto index : std::exchange(of.silent, {})) tell(index, DatagramEnd::cut);
  }

  /// Those whose turn has come; the others are looked at again at the next round.
  void send_some() {
    opened_ = 0;
    for (const auto* all : {&flights_, &ready_})
      for (const auto& flight : *all) opened_ += flight.socket.descriptor() >= 0 ? 1U : 0U;
    for (const auto& flight : waiting_) opened_ += flight.socket.descriptor() >= 0 ? 1U : 0U;
    for (std::size_t looked = waiting_.size(); looked > 0 && flights_.size() < pace_.most_at_once; --looked) {
      auto flight = std::move(waiting_.front());
      waiting_.pop_front();
      if (const auto refusal = port(flight).refusal; refusal && !flight.control) {
        finish(flight, *refusal);
      } else if (!due(flight)) {
        waiting_.push_back(std::move(flight));
      } else {
        ask(std::move(flight));
      }
    }
  }

  bool due(const Flight& flight) {
    auto& of = host(flight);
    const auto& to = port(flight);
    const bool opens = !flight.answered && flight.careful < most_careful;
    if (!flight.answered && !to.tried && to.leader != flight.talk) return false;
    // Sockets are kept between two questions, for late answers: who has one goes on before another is opened.
    if (!flight.control && flight.socket.descriptor() < 0 && opened_ >= most_open_) return false;
    if (opens || flight.control) {
      if (!of.patience.may_ask(Clock::now())) return false;
      if (opens && of.control_flies) return false;
      if (opens && of.refused && of.patience.wants_control(false)) {
        of.control_flies = true;
        waiting_.push_back(control_of(of));
        return false;
      }
    }
    return pace_.turn(talk(flight).to) == Clock::duration{};
  }

  void ask(Flight flight) {
    if (flight.socket.descriptor() < 0) ++opened_;
    auto news = flight.socket.open(talk(flight).to, talk(flight).any_port_answers);
    if (news == DatagramNews::nothing) {
      if (!flight.answered) flight.say = talk(flight).opening();
      news = flight.socket.send(flight.say);
    }
    if (news == DatagramNews::shortage) return wait_for_room(std::move(flight));
    short_since_.reset();
    auto& of = host(flight);
    const auto now = Clock::now();
    if (flight.questions == 0) flight.first_asked = now;
    if (flight.control) {
      of.patience.control_asked(now);
      flight.until = now + of.patience.control_window();
    } else if (flight.answered) {
      flight.until = now + of.patience.window(flight.repeats + 1, flight.repeats + 1);
    } else {
      ++flight.questions;
      if (of.patience.careful() && flight.careful < most_careful) {
        ++flight.careful;
        of.patience.asked(now);
      }
      flight.until = now + of.patience.window(flight.questions, talk(flight).questions);
    }
    flights_.push_back(std::move(flight));
    if (news != DatagramNews::nothing) take(flights_.back(), news);
  }

  /// This machine is short of sockets: others will end.
  void wait_for_room(Flight flight) {
    const auto now = Clock::now();
    if (!short_since_) short_since_ = now;
    if (now - *short_since_ < longest_shortage) return waiting_.push_back(std::move(flight));
    if (flight.control) return end_control(flight, false);
    finish(flight, DatagramEnd::cut);
  }

  void receive() {
    std::vector<pollfd> events;
    events.reserve(flights_.size());
    for (const auto& flight : flights_) events.push_back({flight.socket.descriptor(), POLLIN, 0});
    if (::poll(events.data(), events.size(), static_cast<int>(longest_wait.count())) > 0)
      for (std::size_t i = 0; i < events.size(); ++i)
        if (events[i].revents != 0 && !flights_[i].over) take(flights_[i], flights_[i].socket.receive(buffer_));
    drop_finished();
  }

  void take(Flight& flight, DatagramNews news) {
    if (flight.control) {
      if (news != DatagramNews::nothing)
        end_control(flight, news == DatagramNews::closed || news == DatagramNews::filtered);
      return;
    }
    switch (news) {
      case DatagramNews::datagram: return hear(flight);
      case DatagramNews::closed: return refuse(flight, DatagramEnd::closed);
      case DatagramNews::filtered: return refuse(flight, DatagramEnd::filtered);
      case DatagramNews::no_route: return finish(flight, DatagramEnd::unreachable);
      case DatagramNews::unreachable: flight.unreachable = true; return;  // the next question may come through
      default: return;
    }
  }

  void refuse(Flight& flight, DatagramEnd how) {
    auto& of = host(flight);
    // Whoever answered and is refused afterwards has ended by itself.
    if (flight.answered) return finish(flight, DatagramEnd::finished);
    of.patience.refused(flight.questions, since(flight.first_asked), Clock::now());
    of.refused = flight.talk;
    of.refused_words = flight.say;
    port(flight).refusal = how;
    finish(flight, how);
  }

  void end_control(Flight& flight, bool refused) {
    flight.over = true;
    auto& of = host(flight);
    of.control_flies = false;
    of.patience.control(refused, Clock::now());
    if (of.left == 0) judge_silences(of);
  }

  void hear(Flight& flight) {
    auto& of = host(flight);
    port(flight).tried = true;
    if (!flight.answered) of.patience.answered(flight.questions, since(flight.first_asked));
    bool finished = false;
    const auto next = talk(flight).hear(buffer_, finished);
    flight.answered = true;
    if (finished || ++flight.heard >= most_heard) return finish(flight, DatagramEnd::finished);
    flight.repeats = 0;
    flight.say = next.value_or(Buffer{});
    flight.until = Clock::now() + std::max<RoundTrip::Time>(of.patience.window(1, 1), RoundTrip::first);
    if (!next) return;
    ready_.push_back(std::exchange(flight, gone()));  // it waits for its turn like the first word
  }

  void expire() {
    const auto now = Clock::now();
    for (std::size_t i = 0; i < flights_.size(); ++i)
      if (!flights_[i].over && now >= flights_[i].until) run_out(flights_[i], now);
    drop_finished();
    // Conversations go before openings: who answers is not left waiting.
    for (auto& flight : ready_) waiting_.push_front(std::move(flight));
    ready_.clear();
  }

  void run_out(Flight& flight, Clock::time_point now) {
    if (flight.control) return end_control(flight, false);
    const auto most = std::max(1U, talk(flight).questions);
    if (flight.answered) {
      if (flight.say.empty() || ++flight.repeats >= most) return finish(flight, DatagramEnd::finished);
      ready_.push_back(std::exchange(flight, gone()));
      return;
    }
    port(flight).tried = true;
    if (!flight.unreachable) host(flight).patience.kept_silent(flight.questions, now);
    if (flight.questions >= most)
      return finish(flight, flight.unreachable ? DatagramEnd::unreachable : DatagramEnd::silent);
    waiting_.push_back(std::exchange(flight, gone()));
  }

  void drop_finished() {
    std::erase_if(flights_, [](const Flight& flight) { return flight.over; });
  }

  std::vector<DatagramTalk>& talks_;
  const DatagramPace& pace_;
  const std::function<void(std::size_t)>& on_progress_;
  std::map<std::string, Host> hosts_;
  std::map<std::pair<std::string, std::uint16_t>, Port> ports_;
  std::deque<Flight> waiting_;
  std::vector<Flight> flights_, ready_;
  std::optional<Clock::time_point> short_since_;
  Buffer buffer_;
  std::size_t done_ = 0;
  const std::size_t most_open_;  // sockets
  std::size_t opened_ = 0;
  bool ended_ = false;
};

}  // namespace

void converse(std::vector<DatagramTalk>& talks, const DatagramPace& pace,
              const std::function<void(std::size_t)>& on_progress) {
  Loop(talks, pace, on_progress).run();
}

}  // namespace hygie::net
