// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/errors.hpp"

#include "core/i18n.hpp"

#include <ldap.h>
#include <algorithm>
#include <array>

namespace hygie::directory {
namespace {

using core::Error;
using core::ErrorCode;
using core::msgid;
using core::tr;

struct Reason {
  std::string_view data;
  const char* what;
  const char* hint;
};

// Win32 error codes as AcceptSecurityContext gives them (MS-ERREF 2.2), in hexadecimal.
constexpr std::array<Reason, 12> windows_reasons{{
    {"525", msgid("the account does not exist in this directory"),
     msgid("check the user name: name@domain or DOMAIN\\name")},
    {"52e", msgid("the password or the user name is wrong"),
     msgid("check the user name and the password file (no space or second line in it)")},
    {"52f", msgid("the account may not sign in this way (restriction on the account)"),
     msgid("check Protected Users, authentication policies and the account's restrictions")},
    {"530", msgid("the account may not sign in at this hour"), msgid("check the logon hours of the account")},
    {"531", msgid("the account may not sign in from this machine"),
     msgid("check the workstations the account is limited to")},
    {"532", msgid("the password of the account has expired"),
     msgid("set a new password for the account and write it in the password file")},
    {"533", msgid("the account is disabled"), msgid("enable the account")},
    {"568", msgid("the account is in too many groups to sign in"), msgid("use an account with fewer groups")},
    {"569", msgid("the account has not been granted this kind of sign-in"),
     msgid("check the user rights given by group policies on the controller")},
    {"701", msgid("the account has expired"), msgid("extend the account")},
    {"773", msgid("the account must change its password first"),
     msgid("set a new password without \"must change at next logon\"")},
    {"775", msgid("the account is locked out"), msgid("unlock the account, and find out what tries wrong passwords")},
}};

Error credentials_error(const LdapOutcome& outcome, const std::string& server) {
  const auto data = windows_reason(outcome.message);
  for (const auto& reason : windows_reasons)
    if (reason.data == data) return {ErrorCode::auth, tr(reason.what), server, tr(reason.hint)};
  if (outcome.message.find("80090346") != std::string::npos)
    return {ErrorCode::auth, tr("the server asks for channel binding, which this sign-in lacks"), server,
            tr("use ldap:// with gssapi, which needs none")};
  return {ErrorCode::auth, tr("the server refuses the user name or the password"), server,
          tr("check the user name and the password file")};
}

}  // namespace

std::string_view windows_reason(std::string_view message) {
  const auto at = message.find(" data ");
  if (at == std::string_view::npos) return {};
  auto rest = message.substr(at + 6);
  const auto end = std::find_if_not(rest.begin(), rest.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
  return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
}

Error bind_error(const LdapOutcome& outcome, const std::string& server) {
  switch (outcome.code) {
    case LDAP_INVALID_CREDENTIALS: return credentials_error(outcome, server);
    case LDAP_STRONG_AUTH_REQUIRED:
      return {ErrorCode::auth, tr("the server refuses a sign-in that is neither encrypted nor signed"), server,
              tr("use ldaps://, or starttls: true, or the method gssapi")};
    case LDAP_CONFIDENTIALITY_REQUIRED:
      return {ErrorCode::auth, tr("the server asks for an encrypted connection"), server,
              tr("use ldaps:// or starttls: true")};
    case LDAP_INAPPROPRIATE_AUTH:
    case LDAP_AUTH_METHOD_NOT_SUPPORTED:
    case LDAP_AUTH_UNKNOWN:
      return {ErrorCode::auth, tr("the server does not know this way to sign in ({})", outcome.message), server,
              tr("use another bind method: simple or gssapi")};
    case LDAP_TIMEOUT:
      return {ErrorCode::network, tr("the server did not answer the sign-in in time"), server,
              tr("try again, or raise the time limit")};
    case LDAP_SERVER_DOWN:
      return {ErrorCode::network, tr("the server closed the connection during the sign-in"), server,
              tr("check that the service is healthy and that the port matches ldap:// or ldaps://")};
    case LDAP_UNWILLING_TO_PERFORM:
      return {ErrorCode::auth, tr("the server is not willing to accept this sign-in: {}", outcome.message), server,
              tr("over TLS use the method simple; with gssapi use ldap://")};
    default: break;
  }
  return {
      ErrorCode::auth,
      tr("the sign-in failed: {}", outcome.message.empty() ? ldap_err2string(outcome.code) : outcome.message.c_str()),
      server, tr("check the bind method, the user name and the account")};
}

std::string search_reason(const LdapOutcome& outcome) {
  switch (outcome.code) {
    case LDAP_SUCCESS: return tr("nothing in it is readable with this account");
    case LDAP_INSUFFICIENT_ACCESS: return tr("this account may not read it");
    case LDAP_NO_SUCH_OBJECT: return tr("it is not on this server, or this account may not see it");
    case LDAP_UNAVAILABLE_CRITICAL_EXTENSION: return tr("the server refuses a control that the reading needs");
    case LDAP_REFERRAL: return tr("the server sends to another server, which was not followed");
    case LDAP_SIZELIMIT_EXCEEDED:
    case LDAP_ADMINLIMIT_EXCEEDED: return tr("the server's limits stopped the reading, even in small pages");
    case LDAP_TIMELIMIT_EXCEEDED: return tr("the server's time limit stopped the reading, even in small pages");
    case LDAP_TIMEOUT: return tr("the server did not answer in time");
    case LDAP_USER_CANCELLED: return tr("the reading was stopped before this was read: by hand, or by the time limit");
    case LDAP_SERVER_DOWN: return tr("the connection was lost, again and again");
    case LDAP_OPERATIONS_ERROR: return tr("the server wants a sign-in before it answers ({})", outcome.message);
    default: break;
  }
  return tr("the server answered: {} {}", ldap_err2string(outcome.code), outcome.message);
}

Remedy remedy(int code) {
  switch (code) {
    case LDAP_SIZELIMIT_EXCEEDED:
    case LDAP_ADMINLIMIT_EXCEEDED:
    case LDAP_TIMELIMIT_EXCEEDED: return Remedy::smaller_pages;
    case LDAP_SERVER_DOWN:
    case LDAP_TIMEOUT:
    case LDAP_DECODING_ERROR:
    case LDAP_LOCAL_ERROR:
    case LDAP_BUSY:
    case LDAP_UNAVAILABLE: return Remedy::reconnect;
    default: return Remedy::none;
  }
}

}  // namespace hygie::directory
