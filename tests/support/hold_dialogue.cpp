// SPDX-License-Identifier: EUPL-1.2
// hygie_test_dialogue NAME ADDRESS PORT: holds one dialogue with a real server and prints what the service said of
// itself, "name=value" a line. NAME: one of the registry, dicom:CALLED:CALLING, or mllp-event. For tests/lab alone: it
// connects to loopback addresses and no other.
#include "audits/exposure/dialogues/dialogue.hpp"
#include "audits/exposure/dialogues/hospital/dicom.hpp"
#include "audits/exposure/dialogues/hospital/mllp.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cstdlib>
#include <string_view>

namespace {

using namespace hygie;
using exposure::Step;

int connect_to(const char* address, int port) {
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(port));
  if (::inet_pton(AF_INET, address, &to.sin_addr) != 1 || (ntohl(to.sin_addr.s_addr) >> 24U) != 127) return -1;
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const timeval patience{2, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  return ::connect(socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0 ? socket : -1;
}

std::unique_ptr<exposure::Dialogue> named(std::string_view name) {
  if (name == "mllp-event")
    return exposure::mllp::make_event_dialogue(
        std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now()));
  if (!name.starts_with("dicom:")) return exposure::make_dialogue(name);
  name.remove_prefix(6);
  const auto colon = name.find(':');
  return exposure::dicom::make_dialogue({std::string(name.substr(0, colon)), std::string(name.substr(colon + 1))});
}

Step hold(exposure::Dialogue& dialogue, int socket) {
  const auto say = [socket](const net::Buffer& bytes) {
    if (!bytes.empty()) (void)!::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  };
  say(dialogue.opening());
  net::Buffer heard;
  for (;;) {
    std::uint8_t block[4096];
    const auto got = ::recv(socket, block, sizeof block, 0);
    if (got <= 0) return dialogue.end();
    heard.insert(heard.end(), block, block + got);
    auto step = dialogue.hear(heard);
    if (step.kind == Step::Kind::done || step.kind == Step::Kind::other) return step;
    if (step.kind != Step::Kind::say) continue;
    heard.clear();
    say(step.bytes);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const auto dialogue = named(argv[1]);
  const int socket = connect_to(argv[2], std::atoi(argv[3]));
  if (!dialogue || socket < 0) return 3;
  const auto step = hold(*dialogue, socket);
  ::close(socket);
  if (step.kind != Step::Kind::done) return 1;
  fmt::print("protocol={}\n", step.service.protocol);
  for (const auto& [name, value] : step.service.said) fmt::print("{}={}\n", name, value);
  return 0;
}
