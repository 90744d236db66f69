// SPDX-License-Identifier: EUPL-1.2
// hygie_test_datagrams HOST[,HOST] PORTS [QUESTIONS]: a word to each UDP port, at the default pace of the audit, and
// how it ended, one JSON line a port. For tests/lab/exposure_loss.sh.
#include "net/engine/datagrams.hpp"

#include <fmt/format.h>
#include <array>
#include <cstdlib>
#include <map>
#include <sstream>

#include <sys/socket.h>

namespace {

using namespace hygie;

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
  return parts;
}

std::string_view name(net::DatagramEnd end) {
  constexpr std::array<std::string_view, 7> names{"finished", "closed",   "filtered", "unreachable",
                                                  "silent",   "doubtful", "cut"};
  return names.at(static_cast<std::size_t>(end));
}

net::DatagramTalk talk_with(const std::string& host, std::uint16_t port) {
  net::DatagramTalk talk;
  talk.to = {host, host, host.find(':') == std::string::npos ? AF_INET : AF_INET6, port};
  talk.opening = [] { return net::Buffer{'?'}; };
  talk.hear = [](net::Bytes, bool& finished) -> std::optional<net::Buffer> {
    finished = true;
    return std::nullopt;
  };
  talk.end = [host, port](net::DatagramEnd end) {
    fmt::print("{{\"host\":\"{}\",\"port\":{},\"end\":\"{}\"}}\n", host, port, name(end));
  };
  return talk;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::vector<net::DatagramTalk> talks;
  for (const auto& host : split(argv[1]))
    for (const auto& part : split(argv[2])) {
      const auto dash = part.find('-');
      const auto first = std::stoul(part), last = dash == std::string::npos ? first : std::stoul(part.substr(dash + 1));
      for (auto port = first; port <= last; ++port) talks.push_back(talk_with(host, static_cast<std::uint16_t>(port)));
    }
  if (argc > 3)
    for (auto& talk : talks) talk.questions = static_cast<unsigned>(std::atoi(argv[3]));
  std::map<std::string, net::TokenBucket> buckets;
  const net::DatagramPace pace{.turn =
                                   [&](const net::PinnedAddress& to) {
                                     auto& bucket =
                                         buckets.try_emplace(to.address, 50.0, net::Clock::now()).first->second;
                                     using namespace std::chrono_literals;
                                     return bucket.take(net::Clock::now()) ? net::Clock::duration{} : 20ms;
                                   },
                               .ended = [] { return false; }};
  net::converse(talks, pace);
  return 0;
}
