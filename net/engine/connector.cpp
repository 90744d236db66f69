// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/connector.hpp"

#include <algorithm>
#include <cerrno>
#include <thread>

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hygie::net {
namespace {

namespace asio = boost::asio;

Answer answer_of(const boost::system::error_code& error) {
  switch (error.value()) {
    case 0: return Answer::accepted;
    case ECONNREFUSED: return Answer::refused;
    // A reset after the SYN-ACK: some firewalls do that to one try and not to the next; the second pass asks again.
    case ECONNRESET:
    case ETIMEDOUT: return Answer::silent;
    case EHOSTUNREACH:
    case EHOSTDOWN: return Answer::host_unreachable;
    case ENETUNREACH:
    case ENETDOWN: return Answer::network_unreachable;
    case EACCES:
    case EPERM: return Answer::forbidden;
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM:
    case EAGAIN:
    case EADDRINUSE:
    case EADDRNOTAVAIL: return Answer::no_resources;
    default: return Answer::other;
  }
}

boost::system::error_code system_error(int number) { return {number, boost::system::system_category()}; }

boost::system::error_code pending_error(int descriptor) {
  int number = 0;
  socklen_t size = sizeof number;
  if (::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &number, &size) != 0) number = errno;
  return system_error(number);
}

struct Begun {
  int descriptor = -1;  // nothing when it failed at once
  bool connected = false;
  boost::system::error_code error = {};
};

/// A near host refuses before the call is back: the answer is read at once, and epoll never hears of that socket.
Begun begin_connection(const asio::ip::tcp::endpoint& to) {
  const int descriptor =
      ::socket(to.protocol().family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, to.protocol().protocol());
  if (descriptor < 0) return {.error = system_error(errno)};
  if (::connect(descriptor, to.data(), static_cast<socklen_t>(to.size())) == 0)
    return {.descriptor = descriptor, .connected = true};
  auto error = system_error(errno);
  if (error.value() == EINPROGRESS) error = pending_error(descriptor);
  if (!error) return {.descriptor = descriptor};
  ::close(descriptor);
  return {.error = error};
}

/// Linux may give a connection to one's own closed port that very port as its source: it then meets itself.
bool met_itself(const asio::ip::tcp::socket& socket) {
  boost::system::error_code no_local;
  boost::system::error_code no_remote;
  const auto local = socket.local_endpoint(no_local);
  const auto remote = socket.remote_endpoint(no_remote);
  return !no_local && !no_remote && local == remote;
}

}  // namespace

std::size_t socket_room(std::size_t wanted) {
  constexpr std::size_t reserve = 64;  // for the rest of the program
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return std::min<std::size_t>(wanted, 256);
  if (limit.rlim_cur < wanted + reserve && limit.rlim_cur < limit.rlim_max) {
    auto raised = limit;
    raised.rlim_cur = std::min<rlim_t>(limit.rlim_max, wanted + reserve);
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
  }
  if (limit.rlim_cur <= reserve) return 1;
  return std::min<std::size_t>(wanted, limit.rlim_cur - reserve);
}

std::size_t Connector::free_slot() {
  if (free_.empty()) {
    slots_.emplace_back(io_);
    return slots_.size() - 1;
  }
  const auto index = free_.back();
  free_.pop_back();
  return index;
}

void Connector::release(Slot& slot, std::size_t index) {
  // A plain close, which ends an accepted connection in order (FIN). A reset would spare us TIME_WAIT, but open ports
  // are few, and old services log resets as faults or die of them.
  boost::system::error_code ignored;
  slot.socket.close(ignored);
  slot.busy = false;
  ++slot.generation;
  free_.push_back(index);
  --in_flight_;
}

void Connector::start(const Attempt& attempt, const asio::ip::tcp::endpoint& to, Clock::duration window) {
  const auto index = free_slot();
  auto& slot = slots_[index];
  slot.attempt = attempt;
  slot.begun = Clock::now();
  slot.busy = true;
  ++in_flight_;
  const auto generation = slot.generation;
  const auto begun = begin_connection(to);
  boost::system::error_code error = begun.error;
  if (begun.descriptor >= 0) slot.socket.assign(to.protocol(), begun.descriptor, error);
  if (error || begun.connected) {
    finish(index, generation, error);
    return;
  }
  expiries_.push({slot.begun + window, index, generation});
  slot.socket.async_wait(asio::ip::tcp::socket::wait_write,
                         [this, index, generation](const boost::system::error_code& outcome) {
                           auto& waiting = slots_[index];
                           if (!waiting.busy || waiting.generation != generation) return;
                           finish(index, generation, outcome ? outcome : pending_error(waiting.socket.native_handle()));
                         });
}

void Connector::finish(std::size_t index, std::uint32_t generation, const boost::system::error_code& error) {
  auto& slot = slots_[index];
  if (!slot.busy || slot.generation != generation) return;
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - slot.begun);
  auto answer = answer_of(error);
  if (answer == Answer::accepted && met_itself(slot.socket)) answer = Answer::self_connection;
  const auto attempt = slot.attempt;
  release(slot, index);
  on_answer_(attempt, answer, took);
}

void Connector::expire(Clock::time_point now) {
  while (!expiries_.empty() && expiries_.top().at <= now) {
    const auto due = expiries_.top();
    expiries_.pop();
    auto& slot = slots_[due.slot];
    if (!slot.busy || slot.generation != due.generation) continue;
    const auto attempt = slot.attempt;
    release(slot, due.slot);
    on_answer_(attempt, Answer::silent, {});
  }
}

void Connector::wait(Clock::duration at_most) {
  if (in_flight_ == 0) {
    std::this_thread::sleep_for(at_most);
  } else {
    io_.restart();
    io_.run_one_for(at_most);
  }
  // Answers already here are read before windows are closed: a slow machine must not make ports silent.
  io_.restart();
  io_.poll();
  expire(Clock::now());
}

void Connector::abandon() {
  for (std::size_t i = 0; i < slots_.size(); ++i)
    if (slots_[i].busy) release(slots_[i], i);
  io_.restart();
  io_.poll();
}

}  // namespace hygie::net
