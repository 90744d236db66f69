// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/datagrams.hpp"

#include "net/socket_address.hpp"

#include <poll.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <thread>

#include <netinet/in.h>
#include <sys/socket.h>

namespace hygie::net {
namespace {

constexpr auto longest_wait = std::chrono::milliseconds{20};
constexpr std::size_t largest_datagram = 65536;
// A service that talks on and on is heard this many times.
constexpr unsigned most_heard = 64;

struct Flight {
  std::size_t talk = 0;
  int descriptor = -1;
  unsigned questions = 0, heard = 0;
  bool answered = false, refused = false;
  Clock::time_point until{};
};

/// Does the datagram come from the address that was asked, whatever its port?
bool same_address(const sockaddr_storage& one, const sockaddr_storage& other) {
  if (one.ss_family != other.ss_family) return false;
  if (one.ss_family == AF_INET)
    return reinterpret_cast<const sockaddr_in&>(one).sin_addr.s_addr ==
           reinterpret_cast<const sockaddr_in&>(other).sin_addr.s_addr;
  return IN6_ARE_ADDR_EQUAL(&reinterpret_cast<const sockaddr_in6&>(one).sin6_addr,
                            &reinterpret_cast<const sockaddr_in6&>(other).sin6_addr);
}

class Loop {
 public:
  Loop(std::vector<DatagramTalk>& talks, const DatagramPace& pace, const std::function<void(std::size_t)>& on_progress)
      : talks_(talks), pace_(pace), on_progress_(on_progress) {
    for (std::size_t i = 0; i < talks.size(); ++i) waiting_.push_back({.talk = i});
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

  void finish(Flight& flight, DatagramEnd end) {
    if (flight.descriptor >= 0) ::close(flight.descriptor);
    flight.descriptor = -1;
    talk(flight).end(end);
    ++done_;
    if (on_progress_) on_progress_(done_);
  }

  void cut() {
    for (auto& flight : flights_)
      if (flight.descriptor >= 0) finish(flight, DatagramEnd::cut);
    for (auto& flight : waiting_) finish(flight, DatagramEnd::cut);
  }

  /// Those whose turn has come; the others are looked at again at the next round.
  void send_some() {
    for (std::size_t looked = waiting_.size(); looked > 0 && flights_.size() < pace_.most_at_once; --looked) {
      auto flight = waiting_.front();
      waiting_.pop_front();
      if (pace_.turn(talk(flight).to) == Clock::duration{}) {
        ask(flight);
      } else {
        waiting_.push_back(flight);
      }
    }
  }

  bool open(Flight& flight) {
    if (flight.descriptor >= 0) return true;
    const auto& to = talk(flight).to;
    sockaddr_storage storage{};
    const auto size = socket_address(to, storage);
    flight.descriptor = ::socket(to.family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (size == 0 || flight.descriptor < 0) return false;
    if (talk(flight).any_port_answers) return true;
    return ::connect(flight.descriptor, reinterpret_cast<const sockaddr*>(&storage), size) == 0;
  }

  void send(Flight& flight, const Buffer& bytes) {
    sockaddr_storage storage{};
    const auto size = socket_address(talk(flight).to, storage);
    const bool connected = !talk(flight).any_port_answers;
    const auto again = [&] {
      return ::sendto(flight.descriptor, bytes.data(), bytes.size(), 0,
                      connected ? nullptr : reinterpret_cast<const sockaddr*>(&storage), connected ? 0 : size);
    };
    // A refusal that came for the first question is told to the second one: it is an answer.
    if (again() < 0 && errno == ECONNREFUSED) flight.refused = true;
  }

  void ask(Flight flight) {
    if (!open(flight)) return finish(flight, DatagramEnd::unreachable);
    ++flight.questions;
    flight.until = Clock::now() + pace_.window * flight.questions;
    send(flight, talk(flight).opening());
    if (flight.refused) return finish(flight, DatagramEnd::closed);
    flights_.push_back(flight);
  }

  void receive() {
    std::vector<pollfd> events;
    events.reserve(flights_.size());
    for (const auto& flight : flights_) events.push_back({flight.descriptor, POLLIN, 0});
    if (::poll(events.data(), events.size(), static_cast<int>(longest_wait.count())) <= 0) return;
    for (std::size_t i = 0; i < events.size(); ++i)
      if (events[i].revents != 0) hear(flights_[i]);
    drop_finished();
  }

  void hear(Flight& flight) {
    buffer_.resize(largest_datagram);
    sockaddr_storage from{}, asked{};
    socklen_t size = sizeof from;
    const auto got =
        ::recvfrom(flight.descriptor, buffer_.data(), buffer_.size(), 0, reinterpret_cast<sockaddr*>(&from), &size);
    if (got < 0) {
      if (errno == ECONNREFUSED) return finish(flight, DatagramEnd::closed);
      if (errno != EAGAIN && errno != EINTR) finish(flight, DatagramEnd::unreachable);
      return;
    }
    (void)socket_address(talk(flight).to, asked);
    if (talk(flight).any_port_answers && !same_address(from, asked)) return;
    buffer_.resize(static_cast<std::size_t>(got));
    bool finished = false;
    const auto next = talk(flight).hear(buffer_, finished);
    flight.answered = true;
    if (finished || ++flight.heard >= most_heard) return finish(flight, DatagramEnd::finished);
    flight.until = Clock::now() + pace_.window;
    if (!next) return;
    // what follows waits for its turn like the first word
    for (auto wait = pace_.turn(talk(flight).to); wait != Clock::duration{} && !pace_.ended();
         wait = pace_.turn(talk(flight).to))
      std::this_thread::sleep_for(std::min<Clock::duration>(wait, longest_wait));
    send(flight, *next);
  }

  void expire() {
    const auto now = Clock::now();
    for (auto& flight : flights_) {
      if (flight.descriptor < 0 || now < flight.until) continue;
      if (flight.answered) {
        finish(flight, DatagramEnd::finished);
      } else if (flight.questions < 2) {
        waiting_.push_back(flight);
        flight.descriptor = -1;  // it goes on in the copy
      } else {
        finish(flight, DatagramEnd::silent);
      }
    }
    drop_finished();
  }

  void drop_finished() {
    std::erase_if(flights_, [](const Flight& flight) { return flight.descriptor < 0; });
  }

  std::vector<DatagramTalk>& talks_;
  const DatagramPace& pace_;
  const std::function<void(std::size_t)>& on_progress_;
  std::deque<Flight> waiting_;
  std::vector<Flight> flights_;
  Buffer buffer_;
  std::size_t done_ = 0;
};

}  // namespace

void converse(std::vector<DatagramTalk>& talks, const DatagramPace& pace,
              const std::function<void(std::size_t)>& on_progress) {
  Loop(talks, pace, on_progress).run();
}

}  // namespace hygie::net
