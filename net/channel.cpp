// SPDX-License-Identifier: EUPL-1.2
#include "net/channel.hpp"

#include "net/socket_address.hpp"

#include <poll.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/socket.h>

namespace hygie::net {
namespace {

constexpr int poll_step = 100;  // milliseconds between two looks at the cancellation

}  // namespace

Ending ending_of(int error) {
  switch (error) {
    case ECONNRESET:
    case EPIPE: return Ending::reset;
    case ETIMEDOUT: return Ending::timed_out;
    case ECONNREFUSED: return Ending::refused;
    default: return Ending::unreachable;
  }
}

const char* ending_name(Ending ending) {
  switch (ending) {
    case Ending::complete: return "complete";
    case Ending::closed: return "closed";
    case Ending::reset: return "reset";
    case Ending::timed_out: return "timeout";
    case Ending::refused: return "refused";
    case Ending::unreachable: return "unreachable";
    case Ending::cancelled: return "cancelled";
    case Ending::deadline: return "deadline";
  }
  return "unreachable";
}

Channel::Channel(core::Deadline deadline, std::chrono::milliseconds limit)
    : deadline_(deadline), until_(std::chrono::steady_clock::now() + limit) {}

Channel::~Channel() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Ending Channel::wait(short events) const {
  while (true) {
    const auto now = std::chrono::steady_clock::now();
    if (deadline_.cancelled()) return Ending::cancelled;
    if (now >= deadline_.at) return Ending::deadline;
    if (now >= until_) return Ending::timed_out;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(std::min(until_, deadline_.at) - now).count();
    pollfd event{descriptor_, events, 0};
    const int ready = ::poll(&event, 1, static_cast<int>(std::min<long>(left, poll_step)));
    if (ready > 0) return Ending::complete;
    if (ready < 0 && errno != EINTR) return Ending::unreachable;
  }
}

Ending Channel::open(const PinnedAddress& pinned) {
  sockaddr_storage storage{};
  const auto size = socket_address(pinned, storage);
  descriptor_ = ::socket(pinned.family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (size == 0 || descriptor_ < 0) return Ending::unreachable;
  if (::connect(descriptor_, reinterpret_cast<const sockaddr*>(&storage), size) == 0) return Ending::complete;
  if (errno != EINPROGRESS) return ending_of(errno);
  if (const auto ended = wait(POLLOUT); ended != Ending::complete) return ended;
  int error = 0;
  socklen_t length = sizeof error;
  if (::getsockopt(descriptor_, SOL_SOCKET, SO_ERROR, &error, &length) != 0) return Ending::unreachable;
  return error == 0 ? Ending::complete : ending_of(error);
}

Ending Channel::send(Bytes bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent > 0) {
      bytes = bytes.subspan(static_cast<std::size_t>(sent));
      continue;
    }
    if (errno == EINTR) continue;
    if (errno != EAGAIN) return ending_of(errno);
    if (const auto ended = wait(POLLOUT); ended != Ending::complete) return ended;
  }
  return Ending::complete;
}

Ending Channel::receive(Buffer& into) {
  std::array<std::uint8_t, 16384> piece;
  while (true) {
    if (const auto ended = wait(POLLIN); ended != Ending::complete) return ended;
    const auto got = ::recv(descriptor_, piece.data(), piece.size(), 0);
    if (got > 0) {
      into.insert(into.end(), piece.begin(), piece.begin() + got);
      return Ending::complete;
    }
    if (got == 0) return Ending::closed;
    if (errno != EAGAIN && errno != EINTR) return ending_of(errno);
  }
}

}  // namespace hygie::net
