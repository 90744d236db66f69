// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/attempt.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using exposure::read_http;
using Kind = exposure::Step::Kind;

TEST_CASE("an HTTP answer is read, whole and byte by byte", "[exposure][http]") {
  const std::string answer =
      "HTTP/1.1 301 Moved\r\nServer:  nginx/1.22.1 \r\nLocation: https://www.exemple.test/\r\nX: y\r\n\r\nbody";
  for (std::size_t size = 0; size < answer.find("\r\n\r\n") + 4; ++size)
    CHECK(read_http(net::as_bytes(std::string_view(answer).substr(0, size))).kind == Kind::wait);
  const auto step = read_http(net::as_bytes(answer));
  REQUIRE(step.kind == Kind::done);
  CHECK(step.service.protocol == "http");
  CHECK(step.service.said.at("status") == "301");
  CHECK(step.service.said.at("server") == "nginx/1.22.1");
  CHECK(step.service.said.at("location") == "https://www.exemple.test/");
}

TEST_CASE("HTTP that asks for TLS says so", "[exposure][http]") {
  const auto step = read_http(
      net::as_bytes("HTTP/1.1 400 Bad Request\r\n\r\n<h1>The plain HTTP request was sent to HTTPS port</h1>"));
  CHECK(step.service.said.contains("wants_tls"));
}

TEST_CASE("what is not HTTP is refused at once, and endless headers after a while", "[exposure][http]") {
  CHECK(read_http(net::as_bytes("SSH-2.0-x")).kind == Kind::other);
  CHECK(read_http(net::as_bytes("HTTP/1.1 2\r\n\r\n")).kind == Kind::other);
  CHECK(read_http(net::as_bytes("HTTP/1.1 200 OK\r\n" + std::string(40000, 'a'))).kind == Kind::other);
}

TEST_CASE("TLS is known by its first bytes", "[exposure][http]") {
  CHECK(exposure::looks_like_tls(net::Buffer{0x15, 3, 1, 0, 2}));
  CHECK_FALSE(exposure::looks_like_tls(net::Buffer{0x15, 3}));
  CHECK_FALSE(exposure::looks_like_tls(net::Buffer{0x17, 3, 1}));
}
