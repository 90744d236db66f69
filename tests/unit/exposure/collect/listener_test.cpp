// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/web/listener.hpp"

#include "net/socket_address.hpp"

#include <sys/socket.h>
#include <unistd.h>
#include <array>
#include <catch2/catch.hpp>

using namespace hygie;
using exposure::ProxyListener;

namespace {

/// Some port of loopback that is free, as far as may be.
std::unique_ptr<ProxyListener> opened(std::uint16_t& port) {
  for (port = 42'117; port < 42'217; ++port)
    if (auto made = ProxyListener::open("127.0.0.1:" + std::to_string(port))) return std::move(*made);
  return nullptr;
}

std::string asked(std::uint16_t port, std::string_view request) {
  sockaddr_storage place{};
  const auto size = net::socket_address({{}, "127.0.0.1", AF_INET, port}, place);
  const int client = ::socket(AF_INET, SOCK_STREAM, 0);
  std::string heard;
  std::array<char, 512> some{};
  if (::connect(client, reinterpret_cast<const sockaddr*>(&place), size) == 0 &&
      ::send(client, request.data(), request.size(), MSG_NOSIGNAL) > 0)
    for (ssize_t got = 0; (got = ::recv(client, some.data(), some.size(), 0)) > 0;)
      heard.append(some.data(), static_cast<std::size_t>(got));
  ::close(client);
  return heard;
}

}  // namespace

TEST_CASE("the listener shows a word of its own to whoever comes", "[exposure][web]") {
  std::uint16_t port = 0;
  const auto listener = opened(port);
  REQUIRE(listener != nullptr);
  CHECK(listener->token().size() > 32);
  for (int i = 0; i < 3; ++i) {
    const auto said = asked(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(said.starts_with("HTTP/1.1 200 "));
    CHECK(said.find(listener->token()) != std::string::npos);
  }
  std::uint16_t other_port = 0;
  CHECK(opened(other_port)->token() != listener->token());
}

TEST_CASE("a place where nobody can listen is refused with why", "[exposure][web]") {
  for (const auto* place : {"192.0.2.1:8080", "[2001:db8::1]:8080", "exemple.test:80", "nulle part", ""}) {
    CAPTURE(place);
    const auto refused = ProxyListener::open(place);
    REQUIRE_FALSE(refused);
    CHECK_FALSE(refused.error().what.empty());
  }
}
