// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/datagram_socket.hpp"

#include "net/socket_address.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
// after netinet: it wants the types of time
#include <linux/errqueue.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hygie::net {
namespace {

constexpr std::size_t largest_datagram = 65536;
// Codes of "destination unreachable" that a filter sends: RFC 1812, 5.2.7.1; RFC 4443, 3.1.
constexpr std::uint8_t network_prohibited = 9, host_prohibited = 10, prohibited = 13;
constexpr std::uint8_t source_policy_6 = 5, reject_route_6 = 6;

DatagramNews meaning_of_icmp(const sock_extended_err& error) {
  if (error.ee_origin == SO_EE_ORIGIN_ICMP) {
    if (error.ee_type != ICMP_DEST_UNREACH) return DatagramNews::unreachable;
    switch (error.ee_code) {
      case ICMP_PORT_UNREACH: return DatagramNews::closed;
      case ICMP_PROT_UNREACH:
      case network_prohibited:
      case host_prohibited:
      case prohibited: return DatagramNews::filtered;
      default: return DatagramNews::unreachable;
    }
  }
  if (error.ee_type != ICMP6_DST_UNREACH) return DatagramNews::unreachable;
  switch (error.ee_code) {
    case ICMP6_DST_UNREACH_NOPORT: return DatagramNews::closed;
    case ICMP6_DST_UNREACH_ADMIN:
    case source_policy_6:
    case reject_route_6: return DatagramNews::filtered;
    default: return DatagramNews::unreachable;
  }
}

/// Does the datagram come from the address that was asked, whatever its port?
bool same_address(const sockaddr_storage& one, const sockaddr_storage& other) {
  if (one.ss_family != other.ss_family) return false;
  if (one.ss_family == AF_INET)
    return reinterpret_cast<const sockaddr_in&>(one).sin_addr.s_addr ==
           reinterpret_cast<const sockaddr_in&>(other).sin_addr.s_addr;
  return IN6_ARE_ADDR_EQUAL(&reinterpret_cast<const sockaddr_in6&>(one).sin6_addr,
                            &reinterpret_cast<const sockaddr_in6&>(other).sin6_addr);
}

}  // namespace

DatagramSocket& DatagramSocket::operator=(DatagramSocket&& other) noexcept {
  std::swap(to_, other.to_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(any_port_, other.any_port_);
  return *this;
}

DatagramSocket::~DatagramSocket() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

DatagramNews DatagramSocket::open(const PinnedAddress& to, bool any_port) {
  if (descriptor_ >= 0) return DatagramNews::nothing;
  to_ = to;
  any_port_ = any_port;
  sockaddr_storage storage{};
  const auto size = socket_address(to, storage);
  if (size == 0) return DatagramNews::no_route;
  descriptor_ = ::socket(to.family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor_ < 0) return meaning(errno);
  const int yes = 1;
  // Without it, only what Linux says by itself is heard.
  if (to.family == AF_INET)
    (void)::setsockopt(descriptor_, IPPROTO_IP, IP_RECVERR, &yes, sizeof yes);
  else
    (void)::setsockopt(descriptor_, IPPROTO_IPV6, IPV6_RECVERR, &yes, sizeof yes);
  if (any_port || ::connect(descriptor_, reinterpret_cast<const sockaddr*>(&storage), size) == 0)
    return DatagramNews::nothing;
  const auto error = errno;
  ::close(descriptor_);
  descriptor_ = -1;
  return meaning(error);
}

DatagramNews DatagramSocket::send(Bytes bytes) {
  sockaddr_storage storage{};
  const auto size = socket_address(to_, storage);
  const auto sent = ::sendto(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL,
                             any_port_ ? reinterpret_cast<const sockaddr*>(&storage) : nullptr, any_port_ ? size : 0);
  return sent >= 0 ? DatagramNews::nothing : meaning(errno);
}

DatagramNews DatagramSocket::receive(Buffer& into) {
  into.resize(largest_datagram);
  sockaddr_storage from{}, asked{};
  socklen_t size = sizeof from;
  const auto got = ::recvfrom(descriptor_, into.data(), into.size(), 0, reinterpret_cast<sockaddr*>(&from), &size);
  if (got < 0) return meaning(errno);
  (void)socket_address(to_, asked);
  if (any_port_ && !same_address(from, asked)) return DatagramNews::nothing;
  into.resize(static_cast<std::size_t>(got));
  return DatagramNews::datagram;
}

/// The queue says more than the error that a call gave: which message came.
DatagramNews DatagramSocket::meaning(int error) {
  if (error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM) return DatagramNews::shortage;
  if (const auto queued = read_error(); queued != DatagramNews::nothing) return queued;
  switch (error) {
    case EAGAIN:
    case EINTR: return DatagramNews::nothing;
    case ECONNREFUSED: return DatagramNews::closed;
    case EHOSTUNREACH:
    case EHOSTDOWN: return DatagramNews::unreachable;
    default: return DatagramNews::no_route;
  }
}

DatagramNews DatagramSocket::read_error() {
  if (descriptor_ < 0) return DatagramNews::nothing;
  std::array<char, 512> payload{}, control{};
  iovec piece{payload.data(), payload.size()};
  msghdr message{};
  message.msg_iov = &piece;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  if (::recvmsg(descriptor_, &message, MSG_ERRQUEUE) < 0) return DatagramNews::nothing;
  for (auto* one = CMSG_FIRSTHDR(&message); one != nullptr; one = CMSG_NXTHDR(&message, one)) {
    const bool ours = (one->cmsg_level == IPPROTO_IP && one->cmsg_type == IP_RECVERR) ||
                      (one->cmsg_level == IPPROTO_IPV6 && one->cmsg_type == IPV6_RECVERR);
    if (!ours) continue;
    sock_extended_err error{};
    std::memcpy(&error, CMSG_DATA(one), sizeof error);
    if (error.ee_origin == SO_EE_ORIGIN_ICMP || error.ee_origin == SO_EE_ORIGIN_ICMP6) return meaning_of_icmp(error);
  }
  return DatagramNews::nothing;
}

}  // namespace hygie::net
