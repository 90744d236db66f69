// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/session.hpp"

#include "core/openssl.hpp"

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace hygie::net::tls {
namespace {

using core::OpensslFree;

OSSL_LIB_CTX* library() {
  static const std::unique_ptr<OSSL_LIB_CTX, OpensslFree<OSSL_LIB_CTX_free>> own(OSSL_LIB_CTX_new());
  return own.get();
}

Buffer der_of(X509* certificate) {
  unsigned char* bytes = nullptr;
  const int size = i2d_X509(certificate, &bytes);
  if (size <= 0) return {};
  Buffer out(bytes, bytes + size);
  OPENSSL_free(bytes);
  return out;
}

Session::Ticket ticket_of(const SSL_SESSION* session) {
  const unsigned char* bytes = nullptr;
  std::size_t size = 0;
  SSL_SESSION_get0_ticket(session, &bytes, &size);
  Session::Ticket ticket{{}, SSL_SESSION_get_max_early_data(session)};
  if (bytes != nullptr) ticket.bytes.assign(bytes, bytes + size);
  return ticket;
}

/// OpenSSL's reason for an alert that came is 1000 plus its number.
std::string word_of(unsigned long error) {
  const int reason = ERR_GET_REASON(error);
  if (reason == SSL_R_NO_RENEGOTIATION) return "alert-100";
  return reason > SSL_AD_REASON_OFFSET ? fmt::format("alert-{}", reason - SSL_AD_REASON_OFFSET) : "handshake";
}

}  // namespace

struct Session::Parts {
  std::unique_ptr<Channel> channel;
  std::unique_ptr<SSL_CTX, OpensslFree<SSL_CTX_free>> context;
  std::unique_ptr<SSL, OpensslFree<SSL_free>> ssl;
  BIO* incoming = nullptr;  // owned by ssl
  BIO* outgoing = nullptr;
  std::vector<Ticket> tickets;
};

void Session::prepare(Dialogue& dialogue, const Wanted& wanted) {
  auto& parts = *parts_;
  parts.context.reset(SSL_CTX_new_ex(library(), nullptr, TLS_client_method()));
  auto* const context = parts.context.get();
  if (context == nullptr) return;
  SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nullptr);
  SSL_CTX_set_security_level(context, 0);
  SSL_CTX_set_options(context, SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION);
  SSL_CTX_set_min_proto_version(context, wanted.version);
  SSL_CTX_set_max_proto_version(context, wanted.version);
  const auto& suites = wanted.suites.empty() ? std::string("ALL:COMPLEMENTOFALL") : wanted.suites;
  SSL_CTX_set_cipher_list(context, (suites + ":@SECLEVEL=0").c_str());
  if (!wanted.signature_algorithms.empty()) SSL_CTX_set1_sigalgs_list(context, wanted.signature_algorithms.c_str());
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
  SSL_CTX_set_ex_data(context, 0, &parts);
  SSL_CTX_sess_set_new_cb(context, [](SSL* ssl, SSL_SESSION* session) {
    auto* const self = static_cast<Parts*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), 0));
    if (SSL_SESSION_has_ticket(session) != 0) self->tickets.push_back(ticket_of(session));
    return 0;  // the session stays OpenSSL's
  });
  parts.ssl.reset(SSL_new(context));
  parts.incoming = BIO_new(BIO_s_mem());
  parts.outgoing = BIO_new(BIO_s_mem());
  if (parts.ssl == nullptr || parts.incoming == nullptr || parts.outgoing == nullptr) return;
  SSL_set_bio(parts.ssl.get(), parts.incoming, parts.outgoing);
  SSL_set_connect_state(parts.ssl.get());
  auto name = dialogue.name_refused() ? std::string{} : dialogue.server_name();
  if (!name.empty()) SSL_ctrl(parts.ssl.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());
  SSL_set_tlsext_status_type(parts.ssl.get(), TLSEXT_STATUSTYPE_ocsp);
}

bool Session::flush() {
  char* bytes = nullptr;
  const auto size = BIO_get_mem_data(parts_->outgoing, &bytes);
  if (size <= 0) return true;
  const auto sent =
      parts_->channel->send({reinterpret_cast<const std::uint8_t*>(bytes), static_cast<std::size_t>(size)});
  (void)BIO_reset(parts_->outgoing);
  // what the server said before it closed is still to be read
  return sent == Ending::complete || sent == Ending::closed || sent == Ending::reset;
}

template <class Step>
bool Session::drive(Step step) {
  failure_.clear();
  while (true) {
    ERR_clear_error();
    const int result = step();
    const int wanted = result > 0 ? SSL_ERROR_NONE : SSL_get_error(parts_->ssl.get(), result);
    const auto error = ERR_get_error();
    if (!flush()) {
      failure_ = "timeout";
      return false;
    }
    if (result > 0) return true;
    if (wanted == SSL_ERROR_ZERO_RETURN) {
      failure_ = ending_name(Ending::closed);
      return false;
    }
    if (wanted != SSL_ERROR_WANT_READ) {
      failure_ = word_of(error);
      return false;
    }
    Buffer piece;
    if (const auto ended = parts_->channel->receive(piece); ended != Ending::complete) {
      failure_ = ending_name(ended);
      return false;
    }
    BIO_write(parts_->incoming, piece.data(), static_cast<int>(piece.size()));
  }
}

Session::Session(Dialogue& dialogue, const Wanted& wanted) : parts_(std::make_unique<Parts>()) {
  parts_->channel = dialogue.connect(failure_);
  if (!parts_->channel) return;
  prepare(dialogue, wanted);
  if (parts_->outgoing == nullptr) {
    failure_ = "openssl";
    return;
  }
  auto* const ssl = parts_->ssl.get();
  if (!drive([ssl] { return SSL_do_handshake(ssl); }) && failure_ == ending_name(Ending::timed_out))
    dialogue.lose_time();
}

Session::~Session() = default;

std::vector<Buffer> Session::certificates() const {
  std::vector<Buffer> out;
  const STACK_OF(X509)* const chain = SSL_get_peer_cert_chain(parts_->ssl.get());
  for (int i = 0; chain != nullptr && i < sk_X509_num(chain); ++i) out.push_back(der_of(sk_X509_value(chain, i)));
  return out;
}

Buffer Session::ocsp_response() const {
  const unsigned char* bytes = nullptr;
  const auto size = SSL_get_tlsext_status_ocsp_resp(parts_->ssl.get(), &bytes);
  return size > 0 && bytes != nullptr ? Buffer(bytes, bytes + size) : Buffer{};
}

std::uint16_t Session::suite() const {
  const auto* const cipher = SSL_get_current_cipher(parts_->ssl.get());
  return cipher == nullptr ? std::uint16_t{0} : SSL_CIPHER_get_protocol_id(cipher);
}

Observation Session::renegotiate() {
  auto* const ssl = parts_->ssl.get();
  parts_->channel->set_limit(std::chrono::milliseconds{5000});
  if (SSL_renegotiate(ssl) != 1) return {Outcome::unknown, "openssl"};
  if (drive([ssl] { return SSL_do_handshake(ssl); }) && SSL_num_renegotiations(ssl) > 0) return {Outcome::present, {}};
  if (failure_.starts_with("alert-") && !tells_of_trouble(failure_)) return {Outcome::absent, failure_};
  if (failure_ == "alert-100") return {Outcome::absent, failure_};  // no renegotiation
  return {Outcome::unknown, failure_.empty() ? "no-answer" : failure_};
}

Ending Session::close() {
  auto* const ssl = parts_->ssl.get();
  parts_->channel->set_limit(std::chrono::milliseconds{3000});
  SSL_shutdown(ssl);
  std::array<char, 4096> ignored;
  while (drive([&] { return SSL_read(ssl, ignored.data(), static_cast<int>(ignored.size())); })) continue;
  const bool leave = failure_ == ending_name(Ending::closed) || failure_ == ending_name(Ending::reset);
  return leave ? Ending::closed : Ending::timed_out;
}

const std::vector<Session::Ticket>& Session::tickets() const { return parts_->tickets; }

}  // namespace hygie::net::tls
