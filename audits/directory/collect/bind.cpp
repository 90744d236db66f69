// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/bind.hpp"

#include "audits/directory/collect/kerberos.hpp"
#include "audits/directory/collect/tls.hpp"
#include "core/i18n.hpp"

#include <sasl/sasl.h>

namespace hygie::directory {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;

// The least strength of a connection that GSSAPI protects by itself: below, it is signed at most.
constexpr int least_strength = 56;

core::Result<Bound> failed(LDAP* handle, const SessionContext& context, int code) {
  if (code == LDAP_USER_CANCELLED) return failure(ErrorCode::cancelled, tr("interrupted"), context.endpoint.text());
  auto outcome = last_outcome(handle);
  outcome.code = code;
  return tl::make_unexpected(bind_error(outcome, context.endpoint.text()));
}

/// RFC 4513 5.1: a name and a password. libldap keeps a copy of it in its send buffer for the time of the call.
core::Result<Bound> bind_simple(LDAP* handle, const SessionContext& context) {
  const auto& target = context.target;
  berval credentials{};
  std::string user;
  if (target.method == BindMethod::simple) {
    user = target.user;
    const auto password = target.password->reveal();
    credentials.bv_len = password.size();
    credentials.bv_val = const_cast<char*>(password.data());  // only read
  }
  int id = 0;
  int rc = ldap_sasl_bind(handle, user.c_str(), LDAP_SASL_SIMPLE, &credentials, nullptr, nullptr, &id);
  Message answer;
  if (rc == LDAP_SUCCESS) rc = await_answer(handle, id, context, answer);
  if (rc != LDAP_SUCCESS) return failed(handle, context, rc);
  const auto outcome = outcome_of(handle, answer.get());
  if (outcome.code != LDAP_SUCCESS) return tl::make_unexpected(bind_error(outcome, context.endpoint.text()));
  return Bound{user.empty() ? "anonymous" : user, false};
}

int answer_nothing(LDAP*, unsigned, void*, void* asked) {
  for (auto* one = static_cast<sasl_interact_t*>(asked); one->id != SASL_CB_LIST_END; ++one) {
    one->result = "";
    one->len = 0;
  }
  return LDAP_SUCCESS;
}

std::string sasl_name(LDAP* handle) {
  char* name = nullptr;
  ldap_get_option(handle, LDAP_OPT_X_SASL_USERNAME, &name);
  std::string text = name != nullptr ? name : "";
  ldap_memfree(name);
  return text;
}

/// The steps of a SASL sign-in, each waited for within the deadline.
core::Result<Bound> bind_sasl(LDAP* handle, const SessionContext& context, const char* mechanism) {
  Message answer;
  const char* chosen = nullptr;
  int id = 0;
  while (true) {
    const int rc = ldap_sasl_interactive_bind(handle, nullptr, mechanism, nullptr, nullptr, LDAP_SASL_QUIET,
                                              answer_nothing, nullptr, answer.get(), &chosen, &id);
    if (rc == LDAP_SUCCESS) break;
    if (rc != LDAP_SASL_BIND_IN_PROGRESS) return failed(handle, context, rc);
    if (const int waited = await_answer(handle, id, context, answer); waited != LDAP_SUCCESS)
      return failed(handle, context, waited);
  }
  ber_len_t strength = 0;
  ldap_get_option(handle, LDAP_OPT_X_SASL_SSF, &strength);
  auto name = sasl_name(handle);
  return Bound{name.empty() ? mechanism : name, strength >= least_strength};
}

core::Result<Bound> bind_gssapi(LDAP* handle, const SessionContext& context) {
  const auto ticket = Ticket::obtain(context);
  if (!ticket) return tl::make_unexpected(ticket.error());
  if (auto used = ticket->use(); !used) return tl::make_unexpected(used.error());
  // A controller refuses a second protection inside TLS; without TLS, no protection is not enough.
  const auto properties = uses_tls(context) ? std::string("maxssf=0") : "minssf=" + std::to_string(least_strength);
  if (ldap_set_option(handle, LDAP_OPT_X_SASL_SECPROPS, properties.c_str()) != LDAP_OPT_SUCCESS)
    return failure(ErrorCode::internal, "LDAP_OPT_X_SASL_SECPROPS", context.endpoint.text());
  return bind_sasl(handle, context, "GSSAPI");
}

}  // namespace

core::Status check_method(const LdapTarget& target, const Endpoint& endpoint) {
  const bool clear = endpoint.scheme == Endpoint::Scheme::ldap && !target.starttls;
  if (target.starttls && endpoint.scheme == Endpoint::Scheme::ldaps)
    return failure(ErrorCode::config, tr("starttls: true does not go with ldaps://, which is encrypted from the start"),
                   target.url, tr("keep one of the two"));
  switch (target.method) {
    case BindMethod::anonymous: return {};
    case BindMethod::gssapi:
      if (!endpoint.local()) return {};
      return failure(ErrorCode::config, tr("the method gssapi needs ldap:// or ldaps://"), target.url);
    case BindMethod::external:
      if (endpoint.local()) return {};
      return failure(ErrorCode::config, tr("the method external needs a local socket, ldapi://"), target.url);
    case BindMethod::simple: break;
  }
  if (target.user.empty())
    return failure(ErrorCode::config, tr("the method simple needs a user"), target.url,
                   tr("write it like lecteur@exemple.test"));
  // An empty password would be accepted as an anonymous sign-in (RFC 4513 5.1.2) and read almost nothing.
  if (target.password == nullptr || target.password->empty())
    return failure(ErrorCode::config, tr("the method simple needs a password"), target.url,
                   tr("name a file with password_file:"));
  if (clear && !target.allow_clear)
    return failure(ErrorCode::authorisation, tr("the password would cross the network in clear: nothing was sent"),
                   target.url, tr("use ldaps://, or starttls: true, or the method gssapi"));
  return {};
}

core::Result<Bound> bind(LDAP* handle, const SessionContext& context) {
  switch (context.target.method) {
    case BindMethod::anonymous:
    case BindMethod::simple: return bind_simple(handle, context);
    case BindMethod::external: return bind_sasl(handle, context, "EXTERNAL");
    case BindMethod::gssapi: return bind_gssapi(handle, context);
  }
  return failure(ErrorCode::internal, "bind method");
}

}  // namespace hygie::directory
