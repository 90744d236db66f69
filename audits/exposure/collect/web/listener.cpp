// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/web/listener.hpp"

#include "core/i18n.hpp"
#include "net/socket_address.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <random>

namespace hygie::exposure {
namespace {

constexpr int look_every = 100;  // milliseconds between two looks at the end of the work
constexpr std::chrono::seconds patience{2};
constexpr std::size_t longest_request = 8192;

/// The place in numbers; family 0 when it is none.
net::PinnedAddress read_place(const std::string& place) {
  net::PinnedAddress out;
  const auto colon = place.rfind(':');
  if (colon == std::string::npos) return out;
  out.address = place.substr(0, colon);
  out.family = AF_INET;
  if (out.address.size() > 2 && out.address.front() == '[') {
    out.address = out.address.substr(1, out.address.size() - 2);
    out.family = AF_INET6;
  }
  std::from_chars(place.data() + colon + 1, place.data() + place.size(), out.port);
  return out;
}

std::string new_token() {
  std::random_device random;
  return fmt::format("hygie-{:08x}{:08x}{:08x}{:08x}", random(), random(), random(), random());
}

/// Reads until the end of the head of a request, or long enough.
void drain(int client, const std::atomic<bool>& over) {
  std::string heard;
  std::array<char, 1024> some{};
  const auto until = std::chrono::steady_clock::now() + patience;
  while (!over && heard.size() < longest_request && heard.find("\r\n\r\n") == std::string::npos &&
         std::chrono::steady_clock::now() < until) {
    pollfd event{client, POLLIN, 0};
    if (::poll(&event, 1, look_every) <= 0) continue;
    const auto got = ::recv(client, some.data(), some.size(), 0);
    if (got <= 0) return;
    heard.append(some.data(), static_cast<std::size_t>(got));
  }
}

void answer(int client, const std::string& token) {
  const auto text =
      fmt::format("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}\n",
                  token.size() + 1, token);
  if (::send(client, text.data(), text.size(), MSG_NOSIGNAL) > 0) ::shutdown(client, SHUT_WR);
}

}  // namespace

ProxyListener::ProxyListener(int socket) : socket_(socket), token_(new_token()), server_([this] { serve(); }) {}

ProxyListener::~ProxyListener() {
  over_ = true;
  server_.join();
  ::close(socket_);
}

core::Result<std::unique_ptr<ProxyListener>> ProxyListener::open(const std::string& place) {
  const auto where = read_place(place);
  sockaddr_storage storage{};
  const auto size = net::socket_address(where, storage);
  const int made = size == 0 ? -1 : ::socket(where.family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int yes = 1;
  if (made >= 0) ::setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (made < 0 || ::bind(made, reinterpret_cast<const sockaddr*>(&storage), size) != 0 || ::listen(made, 16) != 0) {
    const std::string why = size == 0 ? "address" : std::strerror(errno);
    if (made >= 0) ::close(made);
    return core::failure(core::ErrorCode::network, core::tr("this machine cannot listen at {}: {}", place, why), place,
                         core::tr("give an address of this machine and a free port: exposure: proxy_listener"));
  }
  return std::unique_ptr<ProxyListener>(new ProxyListener(made));
}

void ProxyListener::serve() {
  while (!over_) {
    pollfd event{socket_, POLLIN, 0};
    if (::poll(&event, 1, look_every) <= 0) continue;
    const int client = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    drain(client, over_);
    answer(client, token_);
    ::close(client);
  }
}

}  // namespace hygie::exposure
