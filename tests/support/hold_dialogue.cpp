// SPDX-License-Identifier: EUPL-1.2
// hygie_test_dialogue NAME ADDRESS PORT [CALLED]: holds one dialogue with a real server and prints what the service
// said of itself, "name=value" a line, and after them which product that is. NAME: one of the registry,
// dicom:CALLED:CALLING, dns:NAME or mllp-event. For tests/lab alone: it speaks to loopback addresses and no other.
#include "audits/exposure/dialogues/dialogue.hpp"
#include "audits/exposure/dialogues/hospital/dicom.hpp"
#include "audits/exposure/dialogues/hospital/mllp.hpp"
#include "audits/exposure/dialogues/network/network.hpp"
#include "audits/exposure/products/products.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <chrono>
#include <cstdlib>
#include <random>
#include <string_view>

namespace {

using namespace hygie;
using exposure::Step;
using exposure::Transport;

struct Peer {
  int socket = -1;
  sockaddr_in address{};
  bool udp = false, any_port = false;
};

Peer reach(const char* address, int port, const exposure::DialogueInfo* info) {
  Peer peer;
  peer.udp = info != nullptr && info->transport == Transport::udp;
  peer.any_port = info != nullptr && info->any_port_answers;
  auto& to = peer.address;
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<std::uint16_t>(port));
  if (::inet_pton(AF_INET, address, &to.sin_addr) != 1 || (ntohl(to.sin_addr.s_addr) >> 24U) != 127) return peer;
  peer.socket = ::socket(AF_INET, (peer.udp ? SOCK_DGRAM : SOCK_STREAM) | SOCK_CLOEXEC, 0);
  const timeval patience{2, 0};
  ::setsockopt(peer.socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (!peer.udp && ::connect(peer.socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) peer.socket = -1;
  return peer;
}

void say(const Peer& peer, const net::Buffer& bytes) {
  const auto* to = peer.udp ? reinterpret_cast<const sockaddr*>(&peer.address) : nullptr;
  if (!bytes.empty())
    (void)!::sendto(peer.socket, bytes.data(), bytes.size(), MSG_NOSIGNAL, to, peer.udp ? sizeof peer.address : 0);
}

/// What comes next from the peer, and from nobody else; empty when nothing does.
net::Buffer hear(const Peer& peer) {
  net::Buffer block(65536);
  for (;;) {
    sockaddr_in from{};
    socklen_t size = sizeof from;
    const auto got = ::recvfrom(peer.socket, block.data(), block.size(), 0, reinterpret_cast<sockaddr*>(&from), &size);
    if (got <= 0) return {};
    const bool ours = from.sin_addr.s_addr == peer.address.sin_addr.s_addr &&
                      (peer.any_port || from.sin_port == peer.address.sin_port);
    if (peer.udp && !ours) continue;
    block.resize(static_cast<std::size_t>(got));
    return block;
  }
}

std::unique_ptr<exposure::Dialogue> named(std::string_view name) {
  if (name == "mllp-event")
    return exposure::mllp::make_event_dialogue(
        std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now()));
  if (name.starts_with("dns:")) return exposure::make_dns_dialogue(name.substr(4));
  if (!name.starts_with("dicom:")) return exposure::make_dialogue(name);
  name.remove_prefix(6);
  const auto colon = name.find(':');
  return exposure::dicom::make_dialogue({std::string(name.substr(0, colon)), std::string(name.substr(colon + 1))});
}

Step hold(exposure::Dialogue& dialogue, const Peer& peer) {
  dialogue.vary(std::random_device()() * std::uint64_t{0x1'0000'0001});
  say(peer, dialogue.opening());
  net::Buffer heard;
  for (;;) {
    const auto more = hear(peer);
    if (more.empty()) return dialogue.end();
    if (peer.udp) heard.clear();
    heard.insert(heard.end(), more.begin(), more.end());
    auto step = dialogue.hear(heard);
    if (step.kind == Step::Kind::done || step.kind == Step::Kind::other) return step;
    if (step.kind != Step::Kind::say) continue;
    heard.clear();
    say(peer, step.bytes);
  }
}

void print(const exposure::Identity& service) {
  fmt::print("protocol={}\n", service.protocol);
  for (const auto& [name, value] : service.said) fmt::print("{}={}\n", name, value);
  const auto product = exposure::product_of(service);
  fmt::print("of: vendor={} product={} version={} distribution={} cpe={}\n", product.vendor, product.name,
             product.version, product.package, product.cpe);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const std::string_view name = argv[1];
  const auto dialogue = named(name);
  const auto peer =
      reach(argv[2], std::atoi(argv[3]), exposure::find_dialogue(name.starts_with("dns:") ? "dns" : name));
  if (!dialogue || peer.socket < 0) return 3;
  if (argc > 4) dialogue->ask_for(argv[4]);
  const auto step = hold(*dialogue, peer);
  ::close(peer.socket);
  if (step.kind != Step::Kind::done) return 1;
  print(step.service);
  return 0;
}
