// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/kerberos.hpp"

#include "core/i18n.hpp"

#include <gssapi/gssapi_krb5.h>
#include <krb5.h>
#include <poll.h>
#include <array>
#include <cerrno>
#include <limits>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <sys/socket.h>

namespace hygie::directory {
namespace {

using core::Error;
using core::ErrorCode;
using core::msgid;
using core::tr;
using std::chrono::steady_clock;

constexpr std::uint16_t kerberos_port = 88;
constexpr std::chrono::seconds exchange_timeout{10};
constexpr std::uint32_t largest_reply = 1U << 20U;

bool transfer(int descriptor, char* data, std::size_t size, bool sending) {
  const auto limit = steady_clock::now() + exchange_timeout;
  while (size > 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(limit - steady_clock::now()).count();
    pollfd event{descriptor, static_cast<short>(sending ? POLLOUT : POLLIN), 0};
    if (left <= 0 || ::poll(&event, 1, static_cast<int>(left)) <= 0) return false;
    const auto done = sending ? ::send(descriptor, data, size, MSG_NOSIGNAL) : ::recv(descriptor, data, size, 0);
    if (done == 0 || (done < 0 && errno != EAGAIN && errno != EINTR)) return false;
    if (done < 0) continue;
    data += done;
    size -= static_cast<std::size_t>(done);
  }
  return true;
}

/// RFC 4120 7.2.2: over TCP, each message behind its length.
bool exchange(int descriptor, const krb5_data& request, std::vector<char>& reply) {
  std::uint32_t length = htonl(request.length);
  if (!transfer(descriptor, reinterpret_cast<char*>(&length), sizeof length, true)) return false;
  if (!transfer(descriptor, request.data, request.length, true)) return false;
  if (!transfer(descriptor, reinterpret_cast<char*>(&length), sizeof length, false)) return false;
  length = ntohl(length);
  if (length == 0 || length > largest_reply) return false;
  reply.resize(length);
  return transfer(descriptor, reply.data(), length, false);
}

/// Called by libkrb5 instead of looking for a KDC: the controller being audited is one.
krb5_error_code send_to_controller(krb5_context library, void* data, const krb5_data*, const krb5_data* message,
                                   krb5_data**, krb5_data** new_reply) {
  const auto& context = *static_cast<const SessionContext*>(data);
  const auto socket = connect_socket(context.endpoint, context.scope, context.deadline, kerberos_port);
  std::vector<char> reply;
  if (!socket || !exchange(socket->get(), *message, reply)) return KRB5_KDC_UNREACH;
  krb5_data given{KV5M_DATA, static_cast<unsigned>(reply.size()), reply.data()};
  return krb5_copy_data(library, &given, new_reply);
}

struct Explanation {
  krb5_error_code code;
  const char* what;
  const char* hint;
};
const std::array<Explanation, 15> explanations{{
    {KRB5_FCC_NOFILE, msgid("there is no Kerberos ticket"), msgid("run kinit first, or name a keytab")},
    {KRB5_CC_NOTFOUND, msgid("there is no Kerberos ticket"), msgid("run kinit first, or name a keytab")},
    {KRB5KRB_AP_ERR_TKT_EXPIRED, msgid("the Kerberos ticket has expired"), msgid("run kinit again, or name a keytab")},
    {KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN, msgid("the directory does not know the account of the ticket or keytab"),
     msgid("check the account's name and realm")},
    {KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN, msgid("the directory does not know its own service under the host of the url"),
     msgid("write the controller's full name in the url")},
    {KRB5KDC_ERR_PREAUTH_FAILED, msgid("the keytab does not match the account's password"),
     msgid("export the keytab again: a password change makes it void")},
    {KRB5KRB_AP_ERR_BAD_INTEGRITY, msgid("the keytab does not match the account's password"),
     msgid("export the keytab again: a password change makes it void")},
    {KRB5KDC_ERR_KEY_EXP, msgid("the password of the account has expired"),
     msgid("set a new password, then export the keytab again")},
    {KRB5KDC_ERR_CLIENT_REVOKED, msgid("the account is disabled, locked out or expired"),
     msgid("enable or unlock the account")},
    {KRB5KDC_ERR_ETYPE_NOSUPP, msgid("the directory and the keytab have no common encryption"),
     msgid("export the keytab with AES keys")},
    {KRB5KRB_AP_ERR_SKEW, msgid("the clocks of this machine and of the directory differ too much"),
     msgid("set this machine's clock by the domain's")},
    {KRB5_KDC_UNREACH, msgid("the Kerberos service of the controller (port 88) does not answer"),
     msgid("check the firewalls on the way")},
    {KRB5_KT_NOTFOUND, msgid("the keytab holds no key for the account"), msgid("export the keytab again")},
    {KRB5_KT_BADNAME, msgid("the keytab's name is not valid"), msgid("give the path of the keytab file")},
    {ENOENT, msgid("the keytab or ticket cache does not exist"), msgid("check its path")},
}};

template <auto Release>
struct WithContext {
  krb5_context library;
  template <class T>
  void operator()(T* value) const {
    Release(library, value);
  }
};
using Principal = std::unique_ptr<krb5_principal_data, WithContext<krb5_free_principal>>;
using Credentials = std::unique_ptr<krb5_creds, WithContext<krb5_free_creds>>;
using InitOptions = std::unique_ptr<krb5_get_init_creds_opt, WithContext<krb5_get_init_creds_opt_free>>;

void close_keytab(krb5_context library, krb5_keytab keytab) { krb5_kt_close(library, keytab); }
void close_cache(krb5_context library, krb5_ccache cache) { krb5_cc_close(library, cache); }
using Keytab = std::unique_ptr<std::remove_pointer_t<krb5_keytab>, WithContext<close_keytab>>;
using Cache = std::unique_ptr<std::remove_pointer_t<krb5_ccache>, WithContext<close_cache>>;

}  // namespace

struct Ticket::State {
  krb5_context library = nullptr;
  krb5_ccache cache = nullptr;
  std::string cache_name;
  std::string server;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (!cache_name.empty()) {
      OM_uint32 minor = 0;
      gss_krb5_ccache_name(&minor, nullptr, nullptr);
    }
    if (cache != nullptr) krb5_cc_destroy(library, cache);
    if (library != nullptr) krb5_free_context(library);
  }

  [[nodiscard]] Error error(krb5_error_code code, const std::string& where) const {
    for (const auto& one : explanations)
      if (one.code == code) return {ErrorCode::auth, tr(one.what), where, tr(one.hint)};
    const char* text = krb5_get_error_message(library, code);
    Error unknown{ErrorCode::auth, tr("no Kerberos ticket could be had: {}", text), where,
                  tr("check the keytab or the ticket cache with klist")};
    krb5_free_error_message(library, text);
    return unknown;
  }

  /// The account of the keytab asks for its ticket.
  krb5_error_code from_keytab(const std::string& path);
  /// The tickets somebody has already are copied; the cache itself is only read.
  krb5_error_code from_cache(const std::string& path);
  /// The ticket for the directory, so that GSSAPI finds it in the cache and asks nobody.
  krb5_error_code add_service(const std::string& host);
};

krb5_error_code Ticket::State::from_keytab(const std::string& path) {
  krb5_keytab opened = nullptr;
  if (const auto code = krb5_kt_resolve(library, path.c_str(), &opened); code != 0) return code;
  const Keytab keytab(opened, {library});
  krb5_kt_cursor cursor{};
  krb5_keytab_entry entry{};
  if (const auto code = krb5_kt_start_seq_get(library, keytab.get(), &cursor); code != 0) return code;
  auto code = krb5_kt_next_entry(library, keytab.get(), &entry, &cursor);
  krb5_kt_end_seq_get(library, keytab.get(), &cursor);
  if (code != 0) return KRB5_KT_NOTFOUND;
  krb5_principal copied = nullptr;
  code = krb5_copy_principal(library, entry.principal, &copied);
  krb5_free_keytab_entry_contents(library, &entry);
  if (code != 0) return code;
  const Principal account(copied, {library});
  krb5_get_init_creds_opt* raw = nullptr;
  if (code = krb5_get_init_creds_opt_alloc(library, &raw); code != 0) return code;
  const InitOptions options(raw, {library});
  if (code = krb5_get_init_creds_opt_set_out_ccache(library, raw, cache); code != 0) return code;
  krb5_creds credentials{};
  code = krb5_get_init_creds_keytab(library, &credentials, account.get(), keytab.get(), 0, nullptr, raw);
  krb5_free_cred_contents(library, &credentials);
  return code;
}

krb5_error_code Ticket::State::from_cache(const std::string& path) {
  krb5_ccache opened = nullptr;
  const auto found = path.empty() ? krb5_cc_default(library, &opened) : krb5_cc_resolve(library, path.c_str(), &opened);
  if (found != 0) return found;
  const Cache source(opened, {library});
  krb5_principal raw = nullptr;
  if (const auto code = krb5_cc_get_principal(library, source.get(), &raw); code != 0) return code;
  const Principal account(raw, {library});
  if (const auto code = krb5_cc_initialize(library, cache, account.get()); code != 0) return code;
  return krb5_cc_copy_creds(library, source.get(), cache);
}

krb5_error_code Ticket::State::add_service(const std::string& host) {
  krb5_principal raw = nullptr;
  if (const auto code = krb5_cc_get_principal(library, cache, &raw); code != 0) return code;
  const Principal account(raw, {library});
  if (const auto code = krb5_sname_to_principal(library, host.c_str(), "ldap", KRB5_NT_SRV_HST, &raw); code != 0)
    return code;
  const Principal service(raw, {library});
  krb5_creds wanted{};
  wanted.client = account.get();
  wanted.server = service.get();
  krb5_creds* got = nullptr;
  const auto code = krb5_get_credentials(library, 0, cache, &wanted, &got);
  const Credentials owner(got, {library});
  return code;
}

core::Result<Ticket> Ticket::obtain(const SessionContext& context) {
  auto state = std::make_unique<State>();
  if (krb5_init_context(&state->library) != 0)
    return core::failure(ErrorCode::config, tr("Kerberos does not start on this machine"), "krb5.conf",
                         tr("correct /etc/krb5.conf"));
  krb5_set_kdc_send_hook(state->library, send_to_controller, const_cast<SessionContext*>(&context));
  if (const auto code = krb5_cc_new_unique(state->library, "MEMORY", nullptr, &state->cache); code != 0)
    return tl::make_unexpected(state->error(code, "MEMORY"));
  const auto& target = context.target;
  const auto& source = target.keytab.empty() ? target.ccache : target.keytab;
  const auto signed_in = target.keytab.empty() ? state->from_cache(target.ccache) : state->from_keytab(target.keytab);
  if (signed_in != 0)
    return tl::make_unexpected(state->error(signed_in, source.empty() ? context.endpoint.text() : source));
  if (const auto code = state->add_service(context.endpoint.host); code != 0)
    return tl::make_unexpected(state->error(code, context.endpoint.text()));
  krb5_set_kdc_send_hook(state->library, nullptr, nullptr);
  state->cache_name = std::string("MEMORY:") + krb5_cc_get_name(state->library, state->cache);
  return Ticket(std::move(state));
}

Ticket::Ticket(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ticket::Ticket(Ticket&&) noexcept = default;
Ticket& Ticket::operator=(Ticket&&) noexcept = default;
Ticket::~Ticket() = default;

core::Status Ticket::use() const {
  OM_uint32 minor = 0;
  if (gss_krb5_ccache_name(&minor, state_->cache_name.c_str(), nullptr) == GSS_S_COMPLETE) return {};
  return core::failure(ErrorCode::internal, tr("GSSAPI does not take the ticket"), state_->cache_name);
}

}  // namespace hygie::directory
