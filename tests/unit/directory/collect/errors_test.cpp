// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/errors.hpp"

#include "core/i18n.hpp"

#include <ldap.h>
#include <catch2/catch.hpp>
#include <set>

using namespace hygie;
using namespace hygie::directory;

namespace {

std::string accept_error(const std::string& data) {
  return "80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data " + data + ", v3839";
}

}  // namespace

TEST_CASE("the reason of a refused sign-in is read from Active Directory's words", "[directory]") {
  CHECK(windows_reason(accept_error("52e")) == "52e");
  CHECK(windows_reason("80090308: data 775") == "775");
  CHECK(windows_reason("Invalid credentials").empty());
  CHECK(windows_reason("").empty());
  CHECK(windows_reason("comment: x, data ").empty());
}

TEST_CASE("every known reason has its own words and a hint", "[directory]") {
  std::set<std::string> seen;
  for (const auto* data : {"525", "52e", "52f", "530", "531", "532", "533", "568", "569", "701", "773", "775"}) {
    INFO(data);
    const auto error = bind_error({LDAP_INVALID_CREDENTIALS, accept_error(data)}, "dc1.exemple.test:636");
    CHECK(error.code == core::ErrorCode::auth);
    CHECK(error.where == "dc1.exemple.test:636");
    CHECK_FALSE(error.hint.empty());
    CHECK(seen.insert(error.what).second);
  }
  const auto unknown = bind_error({LDAP_INVALID_CREDENTIALS, accept_error("999")}, "dc1");
  CHECK(seen.insert(unknown.what).second);
  const auto binding =
      bind_error({LDAP_INVALID_CREDENTIALS, "80090346: LdapErr: DSID-0C090597, data 80090346, v4563"}, "dc1");
  CHECK(binding.what.find("channel binding") != std::string::npos);
}

TEST_CASE("a refused sign-in is told in French too", "[directory]") {
  core::set_language(core::Language::fr);
  const auto locked = bind_error({LDAP_INVALID_CREDENTIALS, accept_error("775")}, "dc1");
  const auto clear = bind_error({LDAP_STRONG_AUTH_REQUIRED, {}}, "dc1");
  core::set_language(core::Language::en);
  CHECK(locked.what == "le compte est verrouillé");
  CHECK(clear.what != bind_error({LDAP_STRONG_AUTH_REQUIRED, {}}, "dc1").what);
}

TEST_CASE("accidents of the connection are not taken for a wrong password", "[directory]") {
  CHECK(bind_error({LDAP_SERVER_DOWN, {}}, "dc1").code == core::ErrorCode::network);
  CHECK(bind_error({LDAP_TIMEOUT, {}}, "dc1").code == core::ErrorCode::network);
  CHECK(bind_error({LDAP_UNWILLING_TO_PERFORM, "Sign or Seal are not allowed"}, "dc1").code == core::ErrorCode::auth);
  CHECK(bind_error({LDAP_OTHER, "something"}, "dc1").what.find("something") != std::string::npos);
}

TEST_CASE("what may still help after a search failed", "[directory]") {
  for (const int code : {LDAP_SIZELIMIT_EXCEEDED, LDAP_TIMELIMIT_EXCEEDED, LDAP_ADMINLIMIT_EXCEEDED})
    CHECK(remedy(code) == Remedy::smaller_pages);
  for (const int code : {LDAP_SERVER_DOWN, LDAP_TIMEOUT, LDAP_BUSY, LDAP_UNAVAILABLE, LDAP_DECODING_ERROR})
    CHECK(remedy(code) == Remedy::reconnect);
  for (const int code : {LDAP_INSUFFICIENT_ACCESS, LDAP_NO_SUCH_OBJECT, LDAP_UNAVAILABLE_CRITICAL_EXTENSION,
                         LDAP_REFERRAL, LDAP_OPERATIONS_ERROR})
    CHECK(remedy(code) == Remedy::none);
}
