// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/diagnose.hpp"

#include "audits/directory/collect/tls.hpp"
#include "core/i18n.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <array>
#include <cerrno>
#include <memory>

#include <arpa/inet.h>
#include <sys/socket.h>

namespace hygie::directory {
namespace {

using core::Error;
using core::ErrorCode;
using core::tr;
using std::chrono::steady_clock;

constexpr std::chrono::seconds diagnosis_timeout{10};

struct Free {
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
  void operator()(SSL* session) const { SSL_free(session); }
  void operator()(X509* certificate) const { X509_free(certificate); }
};

bool wait_for(int descriptor, short events, steady_clock::time_point limit) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(limit - steady_clock::now()).count();
  pollfd event{descriptor, events, 0};
  return left > 0 && ::poll(&event, 1, static_cast<int>(left)) > 0;
}

/// The StartTLS request of RFC 4511 as it goes on the wire, and any answer at all: the handshake after it tells the
/// rest.
bool start_tls_in_clear(int descriptor, steady_clock::time_point limit) {
  constexpr std::string_view request(
      "\x30\x1d\x02\x01\x01\x77\x18\x80\x16"
      "1.3.6.1.4.1.1466.20037",
      31);
  std::array<char, 1024> answer{};
  if (!wait_for(descriptor, POLLOUT, limit)) return false;
  if (::send(descriptor, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
    return false;
  return wait_for(descriptor, POLLIN, limit) && ::recv(descriptor, answer.data(), answer.size(), 0) > 0;
}

bool is_address(const std::string& host) {
  std::array<unsigned char, 16> raw{};
  return ::inet_pton(AF_INET, host.c_str(), raw.data()) == 1 || ::inet_pton(AF_INET6, host.c_str(), raw.data()) == 1;
}

bool handshake(SSL* session, int descriptor, steady_clock::time_point limit) {
  while (true) {
    ERR_clear_error();
    const int rc = SSL_connect(session);
    if (rc == 1) return true;
    const int why = SSL_get_error(session, rc);
    if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) return false;
    if (!wait_for(descriptor, why == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT, limit)) return false;
  }
}

Error handshake_error(const SessionContext& context, const std::string& said) {
  const auto reason = ERR_GET_REASON(ERR_peek_error());
  const auto server = context.endpoint.text();
  switch (reason) {
    case SSL_R_WRONG_VERSION_NUMBER:
    case SSL_R_HTTP_REQUEST:
      return {ErrorCode::tls, tr("the server does not speak TLS on this port"), server,
              tr("for port 389 use ldap:// with starttls: true; for port 636 use ldaps://")};
    case SSL_R_UNSUPPORTED_PROTOCOL:
    case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
      return {ErrorCode::tls, tr("the server speaks only TLS versions older than 1.2"), server,
              tr("enable TLS 1.2 on the controller")};
    case SSL_R_NO_CIPHERS_AVAILABLE:
    case SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE:
      return {ErrorCode::tls, tr("the server and this machine have no common encryption"), server,
              tr("enable TLS 1.2 and its usual suites on the controller")};
    case 0:  // it only closed the connection
    case SSL_R_UNEXPECTED_EOF_WHILE_READING:
      return {ErrorCode::tls, tr("the server closed the connection instead of encrypting it"), server,
              tr("check that the controller has a certificate for LDAP, and that the port is the one of ldaps://, "
                 "usually 636")};
    default: break;
  }
  return {ErrorCode::tls, tr("the encrypted connection (TLS) failed: {}", said), server,
          tr("check that the controller has a certificate for LDAP and that the port is right")};
}

Error certificate_error(const SessionContext& context, long verdict, const std::string& said) {
  const auto server = context.endpoint.text();
  switch (verdict) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return {ErrorCode::tls, tr("the server's certificate has expired"), server,
              tr("renew the controller's certificate, or check this machine's clock")};
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return {ErrorCode::tls, tr("the server's certificate is not valid yet"), server,
              tr("check this machine's clock")};
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return {ErrorCode::tls, tr("the server's certificate is not for the name {}", context.endpoint.host), server,
              tr("write in the url the name that the certificate bears")};
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_CERT_UNTRUSTED:
      return {ErrorCode::tls, tr("the server's certificate comes from an authority that is not trusted"), server,
              context.target.ca_file.empty()
                  ? tr("name your authority's certificate in ca:")
                  : tr("{} does not hold the authority that issued the server's certificate", context.target.ca_file)};
    case X509_V_ERR_INVALID_PURPOSE:
      return {ErrorCode::tls, tr("the server's certificate is not made for servers"), server,
              tr("issue one for server authentication")};
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
    case X509_V_ERR_CA_MD_TOO_WEAK:
      return {ErrorCode::tls, tr("the server's certificate uses cryptography too weak to be trusted"), server,
              tr("issue it again with RSA 2048 and SHA-256 or better")};
    case X509_V_OK: break;
    default:
      return {ErrorCode::tls,
              tr("the server's certificate is refused: {}", X509_verify_cert_error_string(verdict)),
              server,
              {}};
  }
  return {ErrorCode::tls, tr("the server's certificate is refused: {}", said), server, {}};
}

/// The first thing wrong is kept, while the handshake goes on, so that one pass tells it even when the server then
/// closes.
int keep_first(int accepted, X509_STORE_CTX* store) {
  if (accepted != 1) {
    auto* session = static_cast<SSL*>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto* first = static_cast<long*>(SSL_get_ex_data(session, 0));
    if (*first == X509_V_OK) *first = X509_STORE_CTX_get_error(store);
  }
  return 1;
}

}  // namespace

Error diagnose_tls(const SessionContext& context, const std::string& said) {
  const auto limit = std::min(steady_clock::now() + diagnosis_timeout, context.deadline.at);
  auto socket = connect_socket(context.endpoint, context.scope, context.deadline);
  if (!socket) return socket.error();
  if (context.endpoint.scheme == Endpoint::Scheme::ldap && !start_tls_in_clear(socket->get(), limit))
    return handshake_error(context, said);
  const std::unique_ptr<SSL_CTX, Free> tls(SSL_CTX_new(TLS_client_method()));
  if (!tls) return {ErrorCode::internal, "SSL_CTX_new", {}, {}};
  SSL_CTX_set_min_proto_version(tls.get(), TLS1_2_VERSION);
  if (context.target.ca_file.empty())
    SSL_CTX_set_default_verify_paths(tls.get());
  else
    SSL_CTX_load_verify_file(tls.get(), context.target.ca_file.c_str());
  SSL_CTX_set_verify(tls.get(), SSL_VERIFY_PEER, keep_first);
  const std::unique_ptr<SSL, Free> session(SSL_new(tls.get()));
  if (!session) return {ErrorCode::internal, "SSL_new", {}, {}};
  long first = X509_V_OK;
  SSL_set_ex_data(session.get(), 0, &first);
  if (is_address(context.endpoint.host)) {
    X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session.get()), context.endpoint.host.c_str());
  } else {
    SSL_set1_host(session.get(), context.endpoint.host.c_str());
    // what SSL_set_tlsext_host_name does, without its cast
    std::string name = context.endpoint.host;
    SSL_ctrl(session.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());
  }
  SSL_set_fd(session.get(), socket->get());
  const bool established = handshake(session.get(), socket->get(), limit);
  if (!established && first == X509_V_OK) return handshake_error(context, said);
  return certificate_error(context, first, said);
}

}  // namespace hygie::directory
