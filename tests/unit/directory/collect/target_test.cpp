// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/bind.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::directory;

namespace {

core::Status check(const LdapTarget& target) { return check_method(target, parse_endpoint(target.url).value()); }

LdapTarget simple_target(const char* url, const core::Secret& password) {
  LdapTarget target;
  target.url = url;
  target.method = BindMethod::simple;
  target.user = "lecteur@exemple.test";
  target.password = &password;
  return target;
}

}  // namespace

TEST_CASE("a url says where to connect", "[directory]") {
  const auto secure = parse_endpoint("ldaps://dc1.exemple.test");
  REQUIRE(secure);
  CHECK(secure->scheme == Endpoint::Scheme::ldaps);
  CHECK(secure->host == "dc1.exemple.test");
  CHECK(secure->port == 636);
  CHECK(parse_endpoint("ldap://192.0.2.1")->port == 389);
  CHECK(parse_endpoint("ldap://192.0.2.1:3890")->text() == "192.0.2.1:3890");
  const auto six = parse_endpoint("ldap://[2001:db8::1]:3890/");
  REQUIRE(six);
  CHECK(six->host == "2001:db8::1");
  CHECK(six->url() == "ldap://[2001:db8::1]:3890");
  const auto local = parse_endpoint("ldapi://%2Frun%2Fslapd%2Fldapi");
  REQUIRE(local);
  CHECK(local->local());
  CHECK(local->host == "/run/slapd/ldapi");
}

TEST_CASE("a url that cannot be meant is refused with a hint", "[directory]") {
  for (const auto* url : {"", "dc1.exemple.test", "https://dc1.exemple.test", "ldap://",
                          "ldaps://dc1.exemple.test:port", "ldap://dc1.exemple.test/DC=x"}) {
    INFO(url);
    const auto endpoint = parse_endpoint(url);
    REQUIRE_FALSE(endpoint);
    CHECK(endpoint.error().code == core::ErrorCode::config);
    CHECK_FALSE(endpoint.error().hint.empty());
  }
}

TEST_CASE("a password never crosses the network in clear unless forced", "[directory]") {
  const auto password = core::Secret::from_bytes("mot de passe");
  REQUIRE(password);
  auto target = simple_target("ldap://dc1.exemple.test", *password);
  const auto refused = check(target);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == core::ErrorCode::authorisation);
  SECTION("forced") { target.allow_clear = true; }
  SECTION("StartTLS") { target.starttls = true; }
  SECTION("LDAPS") { target.url = "ldaps://dc1.exemple.test"; }
  SECTION("local") { target.url = "ldapi://%2Frun%2Fldapi"; }
  CHECK(check(target));
}

TEST_CASE("a method that lacks something, or its transport, is refused", "[directory]") {
  const auto password = core::Secret::from_bytes("mot de passe");
  const auto empty = core::Secret::from_bytes("");
  REQUIRE(password);
  REQUIRE(empty);
  auto target = simple_target("ldaps://dc1.exemple.test", *password);
  REQUIRE(check(target));
  SECTION("no user") { target.user.clear(); }
  SECTION("no password") { target.password = nullptr; }
  // RFC 4513 5.1.2: an empty password would be an anonymous sign-in that seems to succeed
  SECTION("an empty password") { target.password = &*empty; }
  SECTION("external over the network") { target.method = BindMethod::external; }
  SECTION("StartTLS inside TLS") { target.starttls = true; }
  SECTION("gssapi on a local socket") {
    target.method = BindMethod::gssapi;
    target.url = "ldapi://%2Frun%2Fldapi";
  }
  const auto refused = check(target);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == core::ErrorCode::config);
}
