// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/stream.hpp"

#include <openssl/bio.h>
#include <openssl/ssl.h>
#include <array>
#include <stdexcept>

namespace hygie::exposure {
namespace {

/// A library context of its own, so that this machine's openssl.cnf decides nothing.
SSL_CTX* client_context() {
  static SSL_CTX* const context = [] {
    OSSL_LIB_CTX* const library = OSSL_LIB_CTX_new();
    SSL_CTX* const made = library == nullptr ? nullptr : SSL_CTX_new_ex(library, nullptr, TLS_client_method());
    if (made == nullptr) throw std::runtime_error("no TLS context");
    SSL_CTX_set_security_level(made, 0);
    SSL_CTX_set_min_proto_version(made, TLS1_VERSION);
    SSL_CTX_set_cipher_list(made, "ALL:eNULL:@SECLEVEL=0");
    SSL_CTX_set_options(made, SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION);
    SSL_CTX_set_verify(made, SSL_VERIFY_NONE, nullptr);
    return made;
  }();
  return context;
}

}  // namespace

struct Stream::Tls {
  Tls() : ssl(SSL_new(client_context())), in(BIO_new(BIO_s_mem())), out(BIO_new(BIO_s_mem())) {
    if (ssl == nullptr || in == nullptr || out == nullptr) throw std::bad_alloc();
    SSL_set_bio(ssl, in, out);  // takes both
    SSL_set_connect_state(ssl);
  }
  ~Tls() { SSL_free(ssl); }
  Tls(const Tls&) = delete;
  Tls& operator=(const Tls&) = delete;
  SSL* ssl;
  BIO *in, *out;
};

Stream::Stream(core::Deadline deadline, std::chrono::milliseconds limit) : channel_(deadline, limit) {}
Stream::~Stream() = default;

Ending Stream::flush() {
  net::Buffer pending;
  std::array<std::uint8_t, 4096> piece;
  for (int got = 0; (got = BIO_read(tls_->out, piece.data(), piece.size())) > 0;)
    pending.insert(pending.end(), piece.begin(), piece.begin() + got);
  return pending.empty() ? Ending::complete : channel_.send(pending);
}

bool Stream::secure(const std::string& name, Ending& ending) {
  tls_ = std::make_unique<Tls>();
  // The macro for it casts in the old style.
  if (!name.empty())
    SSL_ctrl(tls_->ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, const_cast<char*>(name.c_str()));
  ending = Ending::complete;
  for (;;) {
    const int done = SSL_do_handshake(tls_->ssl);
    const int error = SSL_get_error(tls_->ssl, done);
    if (ending = flush(); ending != Ending::complete) return false;
    if (done == 1) return true;
    if (error != SSL_ERROR_WANT_READ) return false;
    net::Buffer heard;
    if (ending = channel_.receive(heard); ending != Ending::complete) return false;
    BIO_write(tls_->in, heard.data(), static_cast<int>(heard.size()));
  }
}

Ending Stream::send(net::Bytes bytes) {
  if (!tls_) return channel_.send(bytes);
  if (bytes.empty()) return Ending::complete;
  if (SSL_write(tls_->ssl, bytes.data(), static_cast<int>(bytes.size())) <= 0) return Ending::closed;
  return flush();
}

Ending Stream::receive(net::Buffer& into) {
  if (!tls_) return channel_.receive(into);
  std::array<std::uint8_t, 16384> piece;
  for (;;) {
    const int got = SSL_read(tls_->ssl, piece.data(), piece.size());
    if (got > 0) {
      into.insert(into.end(), piece.begin(), piece.begin() + got);
      return Ending::complete;
    }
    const int error = SSL_get_error(tls_->ssl, got);
    if (error != SSL_ERROR_WANT_READ) return Ending::closed;
    if (const auto ending = flush(); ending != Ending::complete) return ending;
    net::Buffer heard;
    if (const auto ending = channel_.receive(heard); ending != Ending::complete) return ending;
    BIO_write(tls_->in, heard.data(), static_cast<int>(heard.size()));
  }
}

}  // namespace hygie::exposure
