// SPDX-License-Identifier: EUPL-1.2
// Conversations by datagrams with sockets of the test's own, on loopback.
#include "net/engine/datagrams.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <catch2/catch.hpp>
#include <thread>

using namespace hygie;
using namespace std::chrono_literals;

namespace {

/// A UDP socket at 127.0.0.1, on a port that the system chose.
struct Peer {
  int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  std::uint16_t port = 0;

  Peer() {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof at;
    REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0);
    REQUIRE(::getsockname(socket, reinterpret_cast<sockaddr*>(&at), &size) == 0);
    port = ntohs(at.sin_port);
    const timeval patience{10, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  ~Peer() { close(); }
  void close() {
    if (socket >= 0) ::close(socket);
    socket = -1;
  }
  /// The next word, answered by the same one unless it is to be kept without answer.
  std::string next(bool answer) {
    std::array<char, 100> word{};
    sockaddr_in from{};
    socklen_t size = sizeof from;
    const auto got = ::recvfrom(socket, word.data(), word.size(), 0, reinterpret_cast<sockaddr*>(&from), &size);
    if (got < 0) return "nothing";
    if (answer)
      (void)!::sendto(socket, word.data(), static_cast<std::size_t>(got), 0, reinterpret_cast<sockaddr*>(&from), size);
    return {word.data(), static_cast<std::size_t>(got)};
  }
};

struct Told {
  net::DatagramEnd end = net::DatagramEnd::cut;
  unsigned openings = 0, ends = 0;
  std::vector<std::string> heard;
};

/// Says "one", then "two" when it is answered, then has enough.
net::DatagramTalk talk(std::uint16_t port, Told& told) {
  net::DatagramTalk talk;
  talk.to = {"127.0.0.1", "127.0.0.1", AF_INET, port};
  talk.round_trip = 100us;
  talk.opening = [&told] {
    ++told.openings;
    return net::Buffer{'o', 'n', 'e'};
  };
  talk.hear = [&told](net::Bytes heard, bool& finished) -> std::optional<net::Buffer> {
    told.heard.emplace_back(reinterpret_cast<const char*>(heard.data()), heard.size());
    finished = told.heard.size() == 2;
    return net::Buffer{'t', 'w', 'o'};
  };
  talk.end = [&told](net::DatagramEnd end) {
    told.end = end;
    ++told.ends;
  };
  return talk;
}

void hold(std::vector<net::DatagramTalk> talks, std::chrono::milliseconds at_most = 20s) {
  const auto until = net::Clock::now() + at_most;
  net::converse(talks, {.turn = [](const net::PinnedAddress&) { return net::Clock::duration{}; },
                        .ended = [until] { return net::Clock::now() > until; }});
}

}  // namespace

TEST_CASE("a port that answers, one that nobody holds, one that keeps silent", "[net]") {
  Peer answers, gone, silent;
  gone.close();
  Told answered, closed, mute;
  std::thread other([&] {
    CHECK(answers.next(true) == "one");
    CHECK(answers.next(true) == "two");
  });
  hold({talk(answers.port, answered), talk(gone.port, closed), talk(silent.port, mute)});
  other.join();
  CHECK(answered.end == net::DatagramEnd::finished);
  CHECK(answered.heard == std::vector<std::string>{"one", "two"});
  CHECK(closed.end == net::DatagramEnd::closed);
  CHECK(closed.openings == 1);
  CHECK(mute.end == net::DatagramEnd::silent);
  CHECK(mute.openings == 3);
  CHECK(answered.ends + closed.ends + mute.ends == 3);
}

TEST_CASE("a lost opening and a lost second word are said again", "[net]") {
  Peer peer;
  Told told;
  std::thread other([&] {
    CHECK(peer.next(false) == "one");
    CHECK(peer.next(true) == "one");
    CHECK(peer.next(false) == "two");
    CHECK(peer.next(true) == "two");
  });
  hold({talk(peer.port, told)});
  other.join();
  CHECK(told.end == net::DatagramEnd::finished);
  CHECK(told.heard == std::vector<std::string>{"one", "two"});
  CHECK(told.openings == 2);
}

TEST_CASE("one refusal answers for every talk with that port, even one that takes answers from any port", "[net]") {
  Peer gone;
  gone.close();
  Told first, second, third;
  auto any = talk(gone.port, first);
  any.any_port_answers = true;
  hold({any, talk(gone.port, second), talk(gone.port, third)});
  CHECK(first.end == net::DatagramEnd::closed);
  CHECK(second.end == net::DatagramEnd::closed);
  CHECK(third.end == net::DatagramEnd::closed);
  CHECK(first.openings + second.openings + third.openings == 1);
}

TEST_CASE("a stop ends every talk once, at once", "[net]") {
  Peer silent;
  Told first, second;
  const auto begun = net::Clock::now();
  hold({talk(silent.port, first), talk(silent.port, second)}, 100ms);
  CHECK(net::Clock::now() - begun < 1s);
  CHECK(first.end == net::DatagramEnd::cut);
  CHECK(first.ends == 1);
  CHECK(second.ends == 1);
}
