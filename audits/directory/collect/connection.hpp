// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/collect/collect.hpp"
#include "audits/directory/collect/errors.hpp"

#include <ldap.h>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace hygie::directory {

/// Where a URL leads.
struct Endpoint {
  enum class Scheme { ldap, ldaps, ldapi };
  Scheme scheme = Scheme::ldap;
  std::string host;  // name or address; the socket's path for ldapi
  std::uint16_t port = 0;

  [[nodiscard]] bool local() const { return scheme == Scheme::ldapi; }
  [[nodiscard]] std::string url() const;
  [[nodiscard]] std::string text() const;  // for messages: host:port
};
[[nodiscard]] core::Result<Endpoint> parse_endpoint(const std::string& url);

/// A connected socket, closed at the end of its life unless handed over.
class Socket {
 public:
  explicit Socket(int descriptor = -1) : descriptor_(descriptor) {}
  Socket(Socket&& other) noexcept : descriptor_(other.release()) {}
  Socket& operator=(Socket&& other) noexcept;
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket();
  [[nodiscard]] int get() const { return descriptor_; }
  int release();

 private:
  int descriptor_;
};

/// Connects to an address the scope has pinned (or to the local socket); every address is tried within the time
/// allowed.
[[nodiscard]] core::Result<Socket> connect_socket(const Endpoint& endpoint, const net::Scope& scope,
                                                  core::Deadline deadline, std::uint16_t port = 0);

/// What the steps of opening a session share.
struct SessionContext {
  const LdapTarget& target;
  const Endpoint& endpoint;
  const net::Scope& scope;
  core::Deadline deadline;
};

struct FreeMessage {
  void operator()(LDAPMessage* message) const { ldap_msgfree(message); }
};
using Message = std::unique_ptr<LDAPMessage, FreeMessage>;

/// Waits for the answer to one request: LDAP_SUCCESS and `answer`, or LDAP_TIMEOUT, LDAP_USER_CANCELLED,
/// LDAP_SERVER_DOWN.
[[nodiscard]] int await_answer(LDAP* handle, int id, const SessionContext& context, Message& answer);
/// The code and the words of an answer that ends an operation.
[[nodiscard]] LdapOutcome outcome_of(LDAP* handle, LDAPMessage* answer);
/// The code and words of the last operation, as libldap keeps them.
[[nodiscard]] LdapOutcome last_outcome(LDAP* handle);

/// One LDAP session: connected, protected, bound. It only ever binds and searches.
class Connection {
 public:
  /// Connects, protects and signs in as the target says.
  static core::Result<Connection> open(const LdapTarget& target, const net::Scope& scope, core::Deadline deadline);

  [[nodiscard]] LDAP* handle() const { return handle_.get(); }
  [[nodiscard]] int descriptor() const;
  [[nodiscard]] const std::string& reader() const { return reader_; }
  [[nodiscard]] bool protected_channel() const { return protected_; }

 private:
  struct Unbind {
    void operator()(LDAP* handle) const { ldap_unbind_ext(handle, nullptr, nullptr); }
  };
  std::unique_ptr<LDAP, Unbind> handle_;
  std::string reader_;
  bool protected_ = false;
};

}  // namespace hygie::directory
