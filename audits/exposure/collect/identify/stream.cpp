// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/identify/stream.hpp"

#include "net/socket_address.hpp"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <stdexcept>

#include <sys/socket.h>

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

Stream::Stream() = default;
Stream::~Stream() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Stream::State Stream::fails(Ending ending) {
  ending_ = ending;
  return State::failed;
}

short Stream::awaited() const { return !connected_ ? POLLOUT : unsent_.empty() ? POLLIN : POLLIN | POLLOUT; }

Stream::State Stream::connect(const net::PinnedAddress& pinned) {
  if (descriptor_ < 0) {
    sockaddr_storage storage{};
    const auto size = net::socket_address(pinned, storage);
    descriptor_ = ::socket(pinned.family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (size == 0 || descriptor_ < 0) return fails(Ending::unreachable);
    connected_ = ::connect(descriptor_, reinterpret_cast<const sockaddr*>(&storage), size) == 0;
    if (!connected_ && errno != EINPROGRESS) return fails(net::ending_of(errno));
  }
  if (connected_) return State::done;
  pollfd event{descriptor_, POLLOUT, 0};
  if (::poll(&event, 1, 0) <= 0) return State::waits;
  int error = 0;
  socklen_t length = sizeof error;
  if (::getsockopt(descriptor_, SOL_SOCKET, SO_ERROR, &error, &length) != 0) return fails(Ending::unreachable);
  if (error != 0) return fails(net::ending_of(error));
  connected_ = true;
  return State::done;
}

Stream::State Stream::flush() {
  if (tls_) {
    std::array<std::uint8_t, 4096> piece;
    for (int got = 0; (got = BIO_read(tls_->out, piece.data(), piece.size())) > 0;)
      unsent_.insert(unsent_.end(), piece.begin(), piece.begin() + got);
  }
  while (!unsent_.empty()) {
    const auto sent = ::send(descriptor_, unsent_.data(), unsent_.size(), MSG_NOSIGNAL);
    if (sent > 0) {
      unsent_.erase(unsent_.begin(), unsent_.begin() + sent);
      continue;
    }
    if (errno == EINTR) continue;
    return errno == EAGAIN ? State::waits : fails(net::ending_of(errno));
  }
  return State::done;
}

Stream::State Stream::receive_clear(net::Buffer& into) {
  std::array<std::uint8_t, 16384> piece;
  while (true) {
    const auto got = ::recv(descriptor_, piece.data(), piece.size(), 0);
    if (got > 0) {
      into.insert(into.end(), piece.begin(), piece.begin() + got);
      return State::done;
    }
    if (got == 0) return fails(Ending::closed);
    if (errno == EINTR) continue;
    return errno == EAGAIN ? State::waits : fails(net::ending_of(errno));
  }
}

Stream::State Stream::secure(const std::string& name) {
  if (!tls_) {
    tls_ = std::make_unique<Tls>();
    // The macro for it casts in the old style.
    if (!name.empty())
      SSL_ctrl(tls_->ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, const_cast<char*>(name.c_str()));
  }
  for (;;) {
    ERR_clear_error();
    const int done = SSL_do_handshake(tls_->ssl);
    const int error = SSL_get_error(tls_->ssl, done);
    if (flush() == State::failed) return State::failed;
    if (done == 1) return State::done;
    if (error != SSL_ERROR_WANT_READ) return fails(Ending::complete);
    net::Buffer heard;
    if (const auto state = receive_clear(heard); state != State::done) return state;
    BIO_write(tls_->in, heard.data(), static_cast<int>(heard.size()));
  }
}

Stream::State Stream::send(net::Bytes bytes) {
  if (!tls_)
    unsent_.insert(unsent_.end(), bytes.begin(), bytes.end());
  else if (ERR_clear_error(); !bytes.empty() && SSL_write(tls_->ssl, bytes.data(), static_cast<int>(bytes.size())) <= 0)
    return fails(Ending::closed);
  return flush();
}

Stream::State Stream::receive(net::Buffer& into) {
  if (!tls_) return receive_clear(into);
  std::array<std::uint8_t, 16384> piece;
  for (;;) {
    ERR_clear_error();  // of another connection of this thread, which SSL_get_error would take for this one's
    const int got = SSL_read(tls_->ssl, piece.data(), piece.size());
    if (got > 0) {
      into.insert(into.end(), piece.begin(), piece.begin() + got);
      return State::done;
    }
    const int error = SSL_get_error(tls_->ssl, got);
    if (error != SSL_ERROR_WANT_READ) return fails(Ending::closed);
    if (flush() == State::failed) return State::failed;
    net::Buffer heard;
    if (const auto state = receive_clear(heard); state != State::done) return state;
    BIO_write(tls_->in, heard.data(), static_cast<int>(heard.size()));
  }
}

}  // namespace hygie::exposure
