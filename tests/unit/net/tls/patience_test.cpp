// SPDX-License-Identifier: EUPL-1.2
// A server that takes connections and never says a word: how long it is asked.
#include "net/tls/examine.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <catch2/catch.hpp>

using namespace hygie::net;
using namespace std::chrono_literals;

namespace {

/// Connections wait in its queue, and nobody takes them.
class MuteServer {
 public:
  MuteServer() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(door_, reinterpret_cast<const sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(door_, 64) == 0);
    REQUIRE(::getsockname(door_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  ~MuteServer() { ::close(door_); }
  MuteServer(const MuteServer&) = delete;
  MuteServer& operator=(const MuteServer&) = delete;
  [[nodiscard]] PinnedAddress pinned() const {
    PinnedAddress out;
    out.host = out.address = "127.0.0.1";
    out.port = port_;
    out.family = AF_INET;
    return out;
  }

 private:
  int door_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  std::uint16_t port_ = 0;
};

}  // namespace

TEST_CASE("a server that answers nothing is left after so much time in vain, and the rest is unknown", "[tls]") {
  const MuteServer server;
  tls::Options options;
  options.hello_limit = 40ms;
  options.most_lost = 200ms;
  options.pause = 0ms;
  const auto begun = std::chrono::steady_clock::now();
  const auto seen = tls::examine(server.pinned(), options, {begun + 60s, nullptr});
  REQUIRE(seen);
  CHECK(seen->too_slow);
  CHECK(seen->connections == 5);
  CHECK(std::chrono::steady_clock::now() - begun < 10s);
  REQUIRE(seen->find(tls::tls12) != nullptr);
  CHECK(seen->find(tls::tls12)->offered == Observation{Outcome::unknown, "timeout"});
  CHECK(seen->find(tls::ssl3)->offered == Observation{Outcome::unknown, "too-slow"});
  CHECK(seen->ssl2 == Observation{Outcome::unknown, "too-slow"});
}
