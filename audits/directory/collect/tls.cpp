// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/tls.hpp"

#include "audits/directory/collect/diagnose.hpp"
#include "core/i18n.hpp"

#include <unistd.h>
#include <array>

namespace hygie::directory {
namespace {

using core::ErrorCode;
using core::failure;
using core::tr;

constexpr const char* system_authorities = "/etc/ssl/certs/ca-certificates.crt";
// GnuTLS, which Debian's libldap is built with, takes its protocol versions from here whatever ldaprc says.
constexpr const char* priorities = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2";

core::Status set_tls_options(LDAP* handle, const LdapTarget& target) {
  const std::string authorities = target.ca_file.empty() ? system_authorities : target.ca_file;
  if (::access(authorities.c_str(), R_OK) != 0)
    return failure(ErrorCode::config, tr("the file of certificate authorities cannot be read"), authorities,
                   tr("export the certificate of your authority in PEM form and name the file in ca:"));
  const int hard = LDAP_OPT_X_TLS_HARD;
  const int version = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2;
  const int no_revocation = LDAP_OPT_X_TLS_CRL_NONE;
  const int client = 0;
  int failed = ldap_set_option(handle, LDAP_OPT_X_TLS_REQUIRE_CERT, &hard);
  failed |= ldap_set_option(handle, LDAP_OPT_X_TLS_CACERTFILE, authorities.c_str());
  failed |= ldap_set_option(handle, LDAP_OPT_X_TLS_PROTOCOL_MIN, &version);
  failed |= ldap_set_option(handle, LDAP_OPT_X_TLS_CIPHER_SUITE, priorities);
  ldap_set_option(handle, LDAP_OPT_X_TLS_CRLCHECK, &no_revocation);  // unknown to GnuTLS, known to OpenSSL
  // The options above count only once a new context is made from them.
  failed |= ldap_set_option(handle, LDAP_OPT_X_TLS_NEWCTX, &client);
  if (failed != LDAP_OPT_SUCCESS)
    return failure(ErrorCode::tls, tr("the file of certificate authorities holds no usable certificate"), authorities,
                   tr("it must be in PEM form: BEGIN CERTIFICATE ... END CERTIFICATE"));
  return {};
}

/// Asks for TLS on an open connection (RFC 4511, 4.14).
core::Status request_tls(LDAP* handle, const SessionContext& context) {
  int id = 0;
  int rc = ldap_extended_operation(handle, LDAP_EXOP_START_TLS, nullptr, nullptr, nullptr, &id);
  Message answer;
  if (rc == LDAP_SUCCESS) rc = await_answer(handle, id, context, answer);
  if (rc == LDAP_USER_CANCELLED) return failure(ErrorCode::cancelled, tr("interrupted"), context.endpoint.text());
  if (rc != LDAP_SUCCESS)
    return failure(ErrorCode::network, tr("the server did not answer the request for encryption (StartTLS)"),
                   context.endpoint.text(), tr("check that the port is the one of ldap://, usually 389"));
  const auto outcome = outcome_of(handle, answer.get());
  if (outcome.code != LDAP_SUCCESS)
    return failure(ErrorCode::tls,
                   tr("the server does not offer encryption on this port (StartTLS): {}", outcome.message),
                   context.endpoint.text(),
                   tr("install a certificate on the controller, or use gssapi, which encrypts by itself"));
  return {};
}

}  // namespace

core::Status protect(LDAP* handle, const SessionContext& context) {
  if (!uses_tls(context)) return {};
  if (auto set = set_tls_options(handle, context.target); !set) return set;
  if (context.endpoint.scheme == Endpoint::Scheme::ldap)
    if (auto asked = request_tls(handle, context); !asked) return asked;
  if (ldap_install_tls(handle) == LDAP_SUCCESS) return {};
  return tl::make_unexpected(diagnose_tls(context, last_outcome(handle).message));
}

}  // namespace hygie::directory
