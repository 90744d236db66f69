// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/connection.hpp"

#include "audits/directory/collect/bind.hpp"
#include "audits/directory/collect/tls.hpp"
#include "core/i18n.hpp"
#include "core/limits.hpp"
#include "net/socket_address.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <lber.h>
#include <openldap.h>
#include <poll.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace hygie::directory {
namespace {

using core::Error;
using core::ErrorCode;
using core::failure;
using core::tr;
using std::chrono::steady_clock;

constexpr std::chrono::seconds connect_timeout{10};
// A dead peer is noticed by the kernel while the server works on a page.
constexpr int keepalive_idle = 30, keepalive_interval = 10, keepalive_probes = 3;

Error connect_error(int code, const std::string& server) {
  switch (code) {
    case ECONNREFUSED:
      return {ErrorCode::network, tr("the server refuses the connection: nothing listens on this port"), server,
              tr("check the host and the port of the url, and that the directory service runs")};
    case ETIMEDOUT:
      return {ErrorCode::network, tr("no answer from the server"), server,
              tr("check the host, the port, and the firewalls on the way")};
    case EHOSTUNREACH:
    case ENETUNREACH:
      return {ErrorCode::network, tr("the server cannot be reached: there is no route to it"), server,
              tr("check that this machine is on the right network")};
    case ENOENT:
    case ENOTSOCK:
      return {ErrorCode::network, tr("there is no local directory service behind this socket"), server,
              tr("check the path in the url")};
    case ECANCELED: return {ErrorCode::cancelled, tr("interrupted"), server, {}};
    default: return {ErrorCode::network, tr("the connection failed: {}", std::strerror(code)), server, {}};
  }
}

/// Waits in short steps, so that a cancellation is seen. 0, or an errno.
int wait_writable(int descriptor, core::Deadline deadline) {
  const auto limit = std::min(steady_clock::now() + connect_timeout, deadline.at);
  while (steady_clock::now() < limit) {
    if (deadline.cancelled()) return ECANCELED;
    pollfd event{descriptor, POLLOUT, 0};
    const int ready = ::poll(&event, 1, 100);
    if (ready < 0 && errno != EINTR) return errno;
    if (ready <= 0) continue;
    int code = 0;
    socklen_t size = sizeof code;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0 ? code : errno;
  }
  return deadline.cancelled() ? ECANCELED : ETIMEDOUT;
}

int connect_to(const Socket& socket, const sockaddr* address, socklen_t size, core::Deadline deadline) {
  if (::connect(socket.get(), address, size) == 0) return 0;
  if (errno != EINPROGRESS) return errno;
  return wait_writable(socket.get(), deadline);
}

int connect_pinned(const net::PinnedAddress& pinned, core::Deadline deadline, Socket& socket) {
  socket = Socket(::socket(pinned.family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (socket.get() < 0) return errno;
  const int on = 1;
  (void)::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  (void)::setsockopt(socket.get(), SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
  (void)::setsockopt(socket.get(), IPPROTO_TCP, TCP_KEEPIDLE, &keepalive_idle, sizeof keepalive_idle);
  (void)::setsockopt(socket.get(), IPPROTO_TCP, TCP_KEEPINTVL, &keepalive_interval, sizeof keepalive_interval);
  (void)::setsockopt(socket.get(), IPPROTO_TCP, TCP_KEEPCNT, &keepalive_probes, sizeof keepalive_probes);
  sockaddr_storage address{};
  const auto size = net::socket_address(pinned, address);
  if (size == 0) return EINVAL;
  return connect_to(socket, reinterpret_cast<const sockaddr*>(&address), size, deadline);
}

core::Result<Socket> connect_local(const Endpoint& endpoint, core::Deadline deadline) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (endpoint.host.size() >= sizeof address.sun_path)
    return failure(ErrorCode::config, tr("the path of the local socket is too long"), endpoint.host);
  std::copy(endpoint.host.begin(), endpoint.host.end(), std::begin(address.sun_path));
  Socket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const int code = connect_to(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address, deadline);
  if (code != 0) return tl::make_unexpected(connect_error(code, endpoint.text()));
  return socket;
}

/// What the environment and the user's ldaprc may have set is set again: the declaration alone decides.
void set_options(LDAP* handle, std::chrono::seconds operation_timeout) {
  const int version = LDAP_VERSION3;
  const int none = LDAP_NO_LIMIT;
  const int never = LDAP_DEREF_NEVER;
  const timeval patience{operation_timeout.count(), 0};
  ber_len_t largest = core::limits::attribute_bytes;
  ldap_set_option(handle, LDAP_OPT_PROTOCOL_VERSION, &version);
  ldap_set_option(handle, LDAP_OPT_REFERRALS, LDAP_OPT_OFF);
  ldap_set_option(handle, LDAP_OPT_SIZELIMIT, &none);
  ldap_set_option(handle, LDAP_OPT_TIMELIMIT, &none);
  ldap_set_option(handle, LDAP_OPT_DEREF, &never);
  ldap_set_option(handle, LDAP_OPT_TIMEOUT, &patience);
  ldap_set_option(handle, LDAP_OPT_NETWORK_TIMEOUT, &patience);
  ldap_set_option(handle, LDAP_OPT_X_SASL_NOCANON, LDAP_OPT_ON);
  // libldap connects again by itself, past the scope, when a connection is lost: give it nowhere to go.
  ldap_set_option(handle, LDAP_OPT_URI, "ldapi://%2Fdev%2Fnull");
  Sockbuf* buffer = nullptr;
  if (ldap_get_option(handle, LDAP_OPT_SOCKBUF, &buffer) == LDAP_OPT_SUCCESS && buffer != nullptr)
    ber_sockbuf_ctrl(buffer, LBER_SB_OPT_SET_MAX_INCOMING, &largest);
}

void set_non_blocking(int descriptor) {
  const int flags = ::fcntl(descriptor, F_GETFL);
  if (flags >= 0) ::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
}

}  // namespace

Socket& Socket::operator=(Socket&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}
Socket::~Socket() {
  if (descriptor_ >= 0) ::close(descriptor_);
}
int Socket::release() { return std::exchange(descriptor_, -1); }

std::string Endpoint::text() const {
  if (local()) return host;
  return host.find(':') == std::string::npos ? fmt::format("{}:{}", host, port) : fmt::format("[{}]:{}", host, port);
}

std::string Endpoint::url() const {
  // The host of a local socket serves no purpose beyond its scheme.
  if (local()) return "ldapi:///";
  return fmt::format("{}://{}", scheme == Scheme::ldaps ? "ldaps" : "ldap", text());
}

core::Result<Endpoint> parse_endpoint(const std::string& url) {
  const auto invalid = [&](std::string what) {
    return failure(ErrorCode::config, std::move(what), url,
                   tr("write it like ldaps://dc1.exemple.test, with a port only if it is not the usual one"));
  };
  LDAPURLDesc* parsed = nullptr;
  if (ldap_url_parse(url.c_str(), &parsed) != LDAP_URL_SUCCESS) return invalid(tr("the url is not an LDAP url"));
  const std::unique_ptr<LDAPURLDesc, decltype(&ldap_free_urldesc)> owner(parsed, &ldap_free_urldesc);
  const std::string scheme = parsed->lud_scheme;
  Endpoint endpoint;
  if (parsed->lud_host != nullptr) endpoint.host = parsed->lud_host;
  if (scheme == "ldapi") {
    endpoint.scheme = Endpoint::Scheme::ldapi;
    if (endpoint.host.empty()) endpoint.host = "/var/run/slapd/ldapi";
    return endpoint;
  }
  if (scheme != "ldap" && scheme != "ldaps")
    return invalid(tr("the url must begin with ldaps://, ldap:// or ldapi://"));
  if (endpoint.host.empty()) return invalid(tr("the url names no host"));
  if (parsed->lud_dn != nullptr && *parsed->lud_dn != '\0')
    return invalid(tr("the url must name a host only, without a base or a filter"));
  endpoint.scheme = scheme == "ldaps" ? Endpoint::Scheme::ldaps : Endpoint::Scheme::ldap;
  const int usual = endpoint.scheme == Endpoint::Scheme::ldaps ? LDAPS_PORT : LDAP_PORT;
  endpoint.port = static_cast<std::uint16_t>(parsed->lud_port != 0 ? parsed->lud_port : usual);
  return endpoint;
}

core::Result<Socket> connect_socket(const Endpoint& endpoint, const net::Scope& scope, core::Deadline deadline,
                                    std::uint16_t port) {
  if (endpoint.local()) return connect_local(endpoint, deadline);
  auto pinned = scope.resolve(endpoint.host, port != 0 ? port : endpoint.port);
  if (!pinned) return tl::make_unexpected(pinned.error());
  int code = ETIMEDOUT;
  for (const auto& address : *pinned) {
    Socket socket;
    code = connect_pinned(address, deadline, socket);
    if (code == 0) return socket;
    if (deadline.expired()) break;
  }
  return tl::make_unexpected(connect_error(code, endpoint.text()));
}

core::Result<Connection> Connection::open(const LdapTarget& target, const net::Scope& scope, core::Deadline deadline) {
  const auto endpoint = parse_endpoint(target.url);
  if (!endpoint) return tl::make_unexpected(endpoint.error());
  if (auto allowed = check_method(target, *endpoint); !allowed) return tl::make_unexpected(allowed.error());
  auto socket = connect_socket(*endpoint, scope, deadline);
  if (!socket) return tl::make_unexpected(socket.error());
  Connection connection;
  LDAP* handle = nullptr;
  const int rc = ldap_init_fd(socket->get(), endpoint->local() ? LDAP_PROTO_IPC : LDAP_PROTO_TCP,
                              endpoint->url().c_str(), &handle);
  if (rc != LDAP_SUCCESS) return failure(ErrorCode::internal, ldap_err2string(rc), endpoint->text());
  socket->release();
  connection.handle_.reset(handle);
  set_options(handle, target.operation_timeout);
  const SessionContext context{target, *endpoint, scope, deadline};
  if (auto secured = protect(handle, context); !secured) return tl::make_unexpected(secured.error());
  set_non_blocking(connection.descriptor());  // libldap leaves it blocking after a TLS handshake
  auto bound = bind(handle, context);
  if (!bound) return tl::make_unexpected(bound.error());
  connection.reader_ = bound->reader;
  connection.protected_ = uses_tls(context) || endpoint->local() || bound->sealed;
  return connection;
}

int Connection::descriptor() const {
  int descriptor = -1;
  ldap_get_option(handle(), LDAP_OPT_DESC, &descriptor);
  return descriptor;
}

LdapOutcome last_outcome(LDAP* handle) {
  LdapOutcome outcome;
  ldap_get_option(handle, LDAP_OPT_RESULT_CODE, &outcome.code);
  char* text = nullptr;
  ldap_get_option(handle, LDAP_OPT_DIAGNOSTIC_MESSAGE, &text);
  if (text != nullptr) outcome.message = text;
  ldap_memfree(text);
  return outcome;
}

LdapOutcome outcome_of(LDAP* handle, LDAPMessage* answer) {
  LdapOutcome outcome;
  char* text = nullptr;
  const int rc = ldap_parse_result(handle, answer, &outcome.code, nullptr, &text, nullptr, nullptr, 0);
  if (rc != LDAP_SUCCESS) outcome.code = rc;
  if (text != nullptr) outcome.message = text;
  ldap_memfree(text);
  return outcome;
}

int await_answer(LDAP* handle, int id, const SessionContext& context, Message& answer) {
  const auto limit = steady_clock::now() + context.target.operation_timeout;
  while (!context.deadline.expired()) {
    timeval step{0, 100'000};
    LDAPMessage* received = nullptr;
    const int type = ldap_result(handle, id, LDAP_MSG_ALL, &step, &received);
    answer.reset(received);
    if (type > 0) return LDAP_SUCCESS;
    if (type < 0) return last_outcome(handle).code;
    if (steady_clock::now() >= limit) return LDAP_TIMEOUT;
  }
  return LDAP_USER_CANCELLED;
}

}  // namespace hygie::directory
