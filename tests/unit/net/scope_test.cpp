// SPDX-License-Identifier: EUPL-1.2
#include "net/scope.hpp"

#include <sys/socket.h>
#include <algorithm>
#include <catch2/catch.hpp>

using namespace hygie;
using net::Scope;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_days first = std::chrono::year{2026} / 1 / 1;
constexpr std::chrono::sys_days last = std::chrono::year{2026} / 12 / 31;

net::Authorisation given() {
  net::Authorisation authorisation;
  authorisation.by = "Directeur général";
  authorisation.from = first;
  authorisation.until = last;
  authorisation.covers = {"directory", "exposure"};
  authorisation.addresses = {"192.0.2.0/24", "2001:db8:1::/48", "198.51.100.7"};
  authorisation.domains = {"Exemple.test", "ght.lan."};
  authorisation.exclude = {"192.0.2.99", "2001:db8:1:bad::/64"};
  return authorisation;
}

Scope scope() { return std::move(*Scope::make(given())); }

/// A resolver that knows one name.
net::Resolver names(std::string name, std::vector<std::string> addresses) {
  return [name = std::move(name),
          addresses = std::move(addresses)](const std::string& asked) -> core::Result<std::vector<std::string>> {
    if (asked != name) return core::failure(core::ErrorCode::network, "unknown", asked);
    return addresses;
  };
}

core::ErrorCode refusal(const core::Result<std::vector<net::PinnedAddress>>& result) {
  REQUIRE_FALSE(result);
  CHECK_FALSE(result.error().what.empty());
  return result.error().code;
}

}  // namespace

TEST_CASE("an authorisation covers its first and its last day", "[net]") {
  const auto guard = scope();
  CHECK(guard.allows("directory", first));
  CHECK(guard.allows("directory", last));
  CHECK(guard.allows("exposure", first + 100 * std::chrono::days{1}));

  const auto early = guard.allows("directory", first - std::chrono::days{1});
  REQUIRE_FALSE(early);
  CHECK(early.error().code == core::ErrorCode::authorisation);
  CHECK(early.error().what.find("2026-01-01") != std::string::npos);

  const auto late = guard.allows("directory", last + std::chrono::days{1});
  REQUIRE_FALSE(late);
  CHECK(late.error().code == core::ErrorCode::authorisation);
  CHECK(late.error().what.find("2026-12-31") != std::string::npos);
  CHECK(late.error().what.find("Directeur général") != std::string::npos);
}

TEST_CASE("a domain of audit that is not covered is refused", "[net]") {
  const auto refused = scope().allows("backup", first);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == core::ErrorCode::authorisation);
  CHECK(refused.error().what.find("backup") != std::string::npos);
}

TEST_CASE("networks begin and end where their length says", "[net]") {
  const auto guard = scope();
  CHECK(guard.contains("192.0.2.0"));
  CHECK(guard.contains("192.0.2.255"));
  CHECK_FALSE(guard.contains("192.0.1.255"));
  CHECK_FALSE(guard.contains("192.0.3.0"));
  CHECK(guard.contains("198.51.100.7"));
  CHECK_FALSE(guard.contains("198.51.100.6"));
  CHECK_FALSE(guard.contains("198.51.100.8"));
  CHECK(guard.contains("2001:db8:1::"));
  CHECK(guard.contains("2001:db8:1:ffff:ffff:ffff:ffff:ffff"));
  CHECK_FALSE(guard.contains("2001:db8:2::"));
  CHECK_FALSE(guard.contains("2001:db8:0:ffff:ffff:ffff:ffff:ffff"));
  CHECK_FALSE(guard.contains("not an address"));
  CHECK_FALSE(guard.contains(""));
}

TEST_CASE("lengths that are not whole bytes are honoured", "[net]") {
  auto authorisation = given();
  authorisation.addresses = {"203.0.113.128/25", "192.0.2.4/30", "0.0.0.0/0"};
  authorisation.exclude = {"203.0.113.192/26"};
  authorisation.addresses.pop_back();
  const auto guard = std::move(*Scope::make(authorisation));
  CHECK_FALSE(guard.contains("203.0.113.127"));
  CHECK(guard.contains("203.0.113.128"));
  CHECK(guard.contains("203.0.113.191"));
  CHECK_FALSE(guard.contains("203.0.113.192"));
  CHECK_FALSE(guard.contains("192.0.2.3"));
  CHECK(guard.contains("192.0.2.4"));
  CHECK(guard.contains("192.0.2.7"));
  CHECK_FALSE(guard.contains("192.0.2.8"));
}

TEST_CASE("a length of 0 is everything of its family, and no more", "[net]") {
  auto authorisation = given();
  authorisation.addresses = {"0.0.0.0/0"};
  authorisation.exclude = {};
  const auto guard = std::move(*Scope::make(authorisation));
  CHECK(guard.contains("203.0.113.1"));
  CHECK_FALSE(guard.contains("2001:db8::1"));
}

TEST_CASE("what is excluded stays out, however it is written", "[net]") {
  const auto guard = scope();
  CHECK_FALSE(guard.contains("192.0.2.99"));
  CHECK_FALSE(guard.contains("::ffff:192.0.2.99"));
  CHECK_FALSE(guard.contains("::ffff:c000:263"));
  CHECK(guard.contains("::ffff:192.0.2.98"));
  CHECK_FALSE(guard.contains("2001:db8:1:bad::1"));
  CHECK(guard.contains("2001:db8:1:bae::1"));
}

TEST_CASE("a mapped network is the IPv4 network", "[net]") {
  const auto network = net::parse_network("::ffff:192.0.2.0/120");
  REQUIRE(network);
  CHECK(network->bytes.size() == 4);
  CHECK(network->bits == 24);
}

TEST_CASE("networks that are not networks are refused with a hint", "[net]") {
  for (const auto* text :
       {"", "192.0.2", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/", "192.0.2.0/24x", "192.0.2.1/24", "2001:db8::/129",
        "2001:db8::1/64", "exemple.test", "192.0.2.0 /24", "192.0.2.0-192.0.2.9", "::ffff:192.0.2.0/24", "300.0.2.1"}) {
    INFO(text);
    const auto network = net::parse_network(text);
    REQUIRE_FALSE(network);
    CHECK(network.error().code == core::ErrorCode::config);
    CHECK_FALSE(network.error().hint.empty());
  }
}

TEST_CASE("a malformed authorisation is refused as a whole", "[net]") {
  auto authorisation = given();
  SECTION("network") { authorisation.addresses.emplace_back("192.0.2.1/24"); }
  SECTION("exclusion") { authorisation.exclude.emplace_back("imprimante"); }
  SECTION("domain with a star") { authorisation.domains.emplace_back("*.exemple.test"); }
  SECTION("empty domain") { authorisation.domains.emplace_back(); }
  SECTION("root domain") { authorisation.domains.emplace_back("."); }
  SECTION("nobody") { authorisation.by.clear(); }
  SECTION("ends before it begins") { authorisation.until = authorisation.from - std::chrono::days{1}; }
  const auto made = Scope::make(authorisation);
  REQUIRE_FALSE(made);
  CHECK(made.error().code == core::ErrorCode::config);
  CHECK_FALSE(made.error().where.empty());
}

TEST_CASE("one day may be both first and last", "[net]") {
  auto authorisation = given();
  authorisation.until = authorisation.from;
  const auto made = Scope::make(authorisation);
  REQUIRE(made);
  CHECK(made->allows("directory", first));
  CHECK_FALSE(made->allows("directory", first + std::chrono::days{1}));
}

TEST_CASE("a name must be an authorised domain or below it", "[net]") {
  const auto guard = scope();
  const auto resolves = [&](const std::string& name) { return guard.resolve(name, 636, names(name, {"192.0.2.10"})); };
  CHECK(resolves("exemple.test"));
  CHECK(resolves("DC1.EXEMPLE.TEST"));
  CHECK(resolves("a.b.c.ght.lan"));
  CHECK(resolves("dc1.exemple.test."));
  CHECK(refusal(resolves("autre-exemple.test")) == core::ErrorCode::authorisation);
  CHECK(refusal(resolves("exemple.test.evil.test")) == core::ErrorCode::authorisation);
  CHECK(refusal(resolves("test")) == core::ErrorCode::authorisation);
  CHECK(refusal(resolves(".exemple.test")) == core::ErrorCode::config);
  CHECK(refusal(resolves("dc1/../exemple.test")) == core::ErrorCode::config);
}

TEST_CASE("a name outside is not even resolved", "[net]") {
  bool asked = false;
  const auto resolver = [&](const std::string&) -> core::Result<std::vector<std::string>> {
    asked = true;
    return std::vector<std::string>{"192.0.2.10"};
  };
  CHECK_FALSE(scope().resolve("ailleurs.test", 636, resolver));
  CHECK_FALSE(asked);
}

TEST_CASE("a name is refused when any of its addresses is outside or excluded", "[net]") {
  const auto guard = scope();
  const auto resolve = [&](std::vector<std::string> addresses) {
    return guard.resolve("dc1.exemple.test", 389, names("dc1.exemple.test", std::move(addresses)));
  };
  CHECK(refusal(resolve({"192.0.2.10", "203.0.113.1"})) == core::ErrorCode::authorisation);
  CHECK(refusal(resolve({"203.0.113.1", "192.0.2.10"})) == core::ErrorCode::authorisation);
  CHECK(refusal(resolve({"192.0.2.10", "192.0.2.99"})) == core::ErrorCode::authorisation);
  CHECK(refusal(resolve({"192.0.2.10", "::ffff:192.0.2.99"})) == core::ErrorCode::authorisation);
  CHECK(refusal(resolve({"fe80::1%eth0"})) == core::ErrorCode::authorisation);
  CHECK(refusal(resolve({})) == core::ErrorCode::network);
  const auto excluded = resolve({"192.0.2.99"});
  REQUIRE_FALSE(excluded);
  CHECK(excluded.error().what.find("192.0.2.99") != std::string::npos);
}

TEST_CASE("addresses are pinned with the name that was asked", "[net]") {
  const auto pinned = scope().resolve("dc1.exemple.test", 389,
                                      names("dc1.exemple.test", {"192.0.2.10", "2001:db8:1::10", "192.0.2.10"}));
  REQUIRE(pinned);
  REQUIRE(pinned->size() == 2);
  CHECK(pinned->at(0).host == "dc1.exemple.test");
  CHECK(pinned->at(0).address == "192.0.2.10");
  CHECK(pinned->at(0).family == AF_INET);
  CHECK(pinned->at(0).port == 389);
  CHECK(pinned->at(1).address == "2001:db8:1::10");
  CHECK(pinned->at(1).family == AF_INET6);
}

TEST_CASE("a numeric address needs no name, and must be inside", "[net]") {
  const auto never = [](const std::string&) -> core::Result<std::vector<std::string>> {
    FAIL("an address was resolved");
    return std::vector<std::string>{};
  };
  const auto guard = scope();
  CHECK(guard.resolve("192.0.2.10", 389, never));
  CHECK(guard.resolve("2001:db8:1::5", 389, never));
  CHECK(refusal(guard.resolve("203.0.113.1", 389, never)) == core::ErrorCode::authorisation);
  CHECK(refusal(guard.resolve("192.0.2.99", 389, never)) == core::ErrorCode::authorisation);
}

TEST_CASE("what the resolver says goes through", "[net]") {
  const auto failed = scope().resolve("dc2.exemple.test", 389, names("dc1.exemple.test", {"192.0.2.10"}));
  CHECK(refusal(failed) == core::ErrorCode::network);
}
