// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/exposure.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using exposure::Certificate;
using exposure::ExposureFacts;
using net::Observation;
using net::Outcome;

namespace {

const Observation timeout{Outcome::unknown, "timeout"};

Observation refused(const char* reason) { return {Outcome::absent, reason}; }

/// What the check says of the site's certificate, changed so.
template <class Change>
Verdict after(const char* id, Change change) {
  auto facts = test::sound_exposure();
  change(facts, facts.certificates[0], facts.tls[0].chains[0]);
  return test::verdict(id, facts);
}

/// Of a certificate of a year that ends in so many days, or a long while ago.
Verdict ending_in(const char* id, std::chrono::seconds left, int life = 365) {
  return after(id, [&](ExposureFacts& facts, Certificate& one, auto&) {
    one.not_after = facts.collected_at + left;
    one.not_before = *one.not_after - std::chrono::days{life};
  });
}

Verdict with_key(const char* id, const char* key, unsigned bits) {
  return after(id, [&](ExposureFacts&, Certificate& one, auto&) {
    one.key = key;
    one.key_bits = bits;
  });
}

}  // namespace

TEST_CASE("certificates at the limits of their dates", "[exposure][tls]") {
  using std::chrono::days;
  using std::chrono::seconds;
  CHECK(ending_in("EXP-CERT-EXPIRED", seconds{-1}) == Verdict::fail);
  CHECK(ending_in("EXP-CERT-EXPIRED", seconds{0}) == Verdict::pass);
  CHECK(ending_in("EXP-CERT-ENDS-IN-7", seconds{-1}) == Verdict::pass);  // that one has expired
  CHECK(ending_in("EXP-CERT-ENDS-IN-7", seconds{0}) == Verdict::fail);
  CHECK(ending_in("EXP-CERT-ENDS-IN-7", days{8} - seconds{1}) == Verdict::fail);
  CHECK(ending_in("EXP-CERT-ENDS-IN-7", days{8}) == Verdict::pass);
  CHECK(ending_in("EXP-CERT-ENDS-IN-14", days{7}) == Verdict::pass);
  CHECK(ending_in("EXP-CERT-ENDS-IN-14", days{8}) == Verdict::fail);
  CHECK(ending_in("EXP-CERT-ENDS-IN-14", days{15}) == Verdict::pass);
  CHECK(ending_in("EXP-CERT-ENDS-IN-30", days{14}) == Verdict::pass);
  CHECK(ending_in("EXP-CERT-ENDS-IN-30", days{15}) == Verdict::fail);
  CHECK(ending_in("EXP-CERT-ENDS-IN-30", days{30}) == Verdict::fail);
  CHECK(ending_in("EXP-CERT-ENDS-IN-30", days{31}) == Verdict::pass);
  // a certificate of a week is renewed in its last third
  CHECK(ending_in("EXP-CERT-ENDS-IN-7", days{3}, 6) == Verdict::pass);
  CHECK(ending_in("EXP-CERT-ENDS-IN-7", days{2}, 6) == Verdict::fail);
  for (const auto* const id : {"EXP-CERT-EXPIRED", "EXP-CERT-NOT-YET-VALID", "EXP-CERT-ENDS-IN-7"})
    CHECK(after(id, [](auto&, Certificate& one, auto&) { one.not_after.reset(); }) == Verdict::unknown);
  CHECK(after("EXP-CERT-NOT-YET-VALID", [](ExposureFacts& facts, Certificate& one, auto&) {
          one.not_before = facts.collected_at + seconds{1};
        }) == Verdict::fail);
}

TEST_CASE("an intermediate that expires counts, a root does not", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  auto upper = facts.certificates[0];
  upper.sha256 = std::string(64, 'e');
  upper.authority = true;
  upper.not_after = facts.collected_at - std::chrono::seconds{1};
  facts.certificates.push_back(upper);
  facts.tls[0].chains[0].certificates.push_back(upper.sha256);
  CHECK(test::failure("EXP-CERT-EXPIRED", facts).object == upper.sha256);
  facts.certificates[1].self_signed = true;
  CHECK(test::verdict("EXP-CERT-EXPIRED", facts) == Verdict::pass);
}

TEST_CASE("chains that nobody trusts", "[exposure][tls]") {
  const auto because = [](const char* id, const Observation& trusted) {
    return after(id, [&](auto&, auto&, exposure::ServedChain& chain) {
      chain.trusted = trusted;
      chain.missing = "CN=Autorité de test";
    });
  };
  CHECK(because("EXP-CERT-SELF-SIGNED", refused("self-signed")) == Verdict::fail);
  CHECK(because("EXP-CERT-SELF-SIGNED", refused("incomplete")) == Verdict::pass);
  CHECK(because("EXP-CERT-INCOMPLETE-CHAIN", refused("incomplete")) == Verdict::fail);
  CHECK(because("EXP-CERT-INCOMPLETE-CHAIN", refused("untrusted-root")) == Verdict::pass);
  for (const auto* const reason : {"untrusted-root", "signature", "purpose", "x509-79"})
    CHECK(because("EXP-CERT-UNTRUSTED", refused(reason)) == Verdict::fail);
  for (const auto* const reason : {"self-signed", "incomplete", "expired", "not-yet-valid"})
    CHECK(because("EXP-CERT-UNTRUSTED", refused(reason)) == Verdict::pass);
  for (const auto* const id : {"EXP-CERT-SELF-SIGNED", "EXP-CERT-INCOMPLETE-CHAIN", "EXP-CERT-UNTRUSTED"})
    CHECK(because(id, {Outcome::unknown, "no-authorities"}) == Verdict::unknown);
}

TEST_CASE("order and names of chains", "[exposure][tls]") {
  const auto order = [](const Observation& seen) {
    return after("EXP-CERT-CHAIN-ORDER", [&](auto&, auto&, exposure::ServedChain& chain) { chain.ordered = seen; });
  };
  CHECK(order(refused("order")) == Verdict::fail);
  CHECK(order({Outcome::present, {}}) == Verdict::pass);
  CHECK(order(timeout) == Verdict::unknown);
  const auto name = [](const Observation& seen) {
    return after("EXP-CERT-NAME", [&](auto&, auto&, exposure::ServedChain& chain) { chain.name_matches = seen; });
  };
  CHECK(name(refused("name")) == Verdict::fail);
  CHECK(name({Outcome::not_run, "no-name"}) == Verdict::not_applicable);
  CHECK(name(timeout) == Verdict::unknown);
  CHECK(after("EXP-CERT-NO-SAN", [](auto&, Certificate& one, auto&) { one.names.clear(); }) == Verdict::fail);
  const auto named = [](const char* text) {
    return after("EXP-CERT-WIDE-WILDCARD", [&](auto&, Certificate& one, auto&) { one.names = {text}; });
  };
  CHECK(named("*.test") == Verdict::fail);
  CHECK(named("*.exemple.test") == Verdict::pass);
}

TEST_CASE("keys of certificates at their limits", "[exposure][tls]") {
  CHECK(with_key("EXP-CERT-SMALL-RSA", "rsa", 2047) == Verdict::fail);
  CHECK(with_key("EXP-CERT-SMALL-RSA", "rsa", 2048) == Verdict::pass);
  CHECK(with_key("EXP-CERT-SMALL-RSA", "rsa", 0) == Verdict::unknown);
  CHECK(with_key("EXP-CERT-SMALL-RSA", "ec", 256) == Verdict::pass);
  CHECK(with_key("EXP-CERT-RSA-3072", "rsa", 2047) == Verdict::pass);  // said by the check above
  CHECK(with_key("EXP-CERT-RSA-3072", "rsa", 2048) == Verdict::fail);
  CHECK(with_key("EXP-CERT-RSA-3072", "rsa", 3071) == Verdict::fail);
  CHECK(with_key("EXP-CERT-RSA-3072", "rsa", 3072) == Verdict::pass);
  CHECK(with_key("EXP-CERT-SMALL-CURVE", "ec", 255) == Verdict::fail);
  CHECK(with_key("EXP-CERT-SMALL-CURVE", "ec", 256) == Verdict::pass);
  CHECK(after("EXP-CERT-ROCA", [](auto&, Certificate& one, auto&) { one.weak_roca = true; }) == Verdict::fail);
  for (const auto* const bad : {"sha1WithRSAEncryption", "md5WithRSAEncryption", "ecdsa-with-SHA1", "rsassaPss-SHA1"})
    CHECK(after("EXP-CERT-OLD-HASH", [&](auto&, Certificate& one, auto&) { one.signature = bad; }) == Verdict::fail);
  CHECK(after("EXP-CERT-ROCA", [](auto&, Certificate& one, auto&) { one.unreadable = "not-x509"; }) ==
        Verdict::unknown);
}

TEST_CASE("EXP-CERT-SHARED-KEY", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  facts.tls.push_back(test::sound_endpoint("192.0.2.10:8443/tcp", facts.certificates[0]));
  CHECK(test::verdict("EXP-CERT-SHARED-KEY", facts) == Verdict::pass);  // the same machine
  facts.tls.push_back(test::sound_endpoint("192.0.2.11:443/tcp", facts.certificates[0]));
  CHECK(test::failure("EXP-CERT-SHARED-KEY", facts).object == facts.certificates[0].key_sha256);
}

TEST_CASE("EXP-CERT-VENDOR-DEFAULT", "[exposure][tls]") {
  CHECK(after("EXP-CERT-VENDOR-DEFAULT",
              [](auto&, Certificate& one, auto&) { one.subject = "CN=FortiGate,O=Fortinet"; }) == Verdict::fail);
  CHECK(after("EXP-CERT-VENDOR-DEFAULT", [](auto&, auto&, auto&) {}) == Verdict::pass);
}

TEST_CASE("revocation, stapling and transparency", "[exposure][tls]") {
  const auto staple = [](const char* said) {
    auto facts = test::sound_exposure();
    facts.tls[0].stapling = {Outcome::present, {}};
    facts.tls[0].staple = said;
    return test::verdict("EXP-CERT-REVOKED", facts);
  };
  CHECK(staple("revoked") == Verdict::fail);
  CHECK(staple("good") == Verdict::pass);
  for (const auto* const said : {"expired", "unverified", "malformed", "other"})
    CHECK(staple(said) == Verdict::unknown);

  auto facts = test::sound_exposure();
  CHECK(test::verdict("EXP-CERT-MUST-STAPLE", facts) == Verdict::not_applicable);
  facts.certificates[0].must_staple = true;
  CHECK(test::verdict("EXP-CERT-MUST-STAPLE", facts) == Verdict::fail);
  facts.tls[0].stapling = timeout;
  CHECK(test::verdict("EXP-CERT-MUST-STAPLE", facts) == Verdict::unknown);

  CHECK(after("EXP-CERT-NO-SCT", [](auto&, Certificate& one, auto&) { one.transparency = 0; }) == Verdict::fail);
  CHECK(after("EXP-CERT-NO-SCT", [](auto&, Certificate& one, exposure::ServedChain& chain) {
          one.transparency = 0;
          chain.trusted = refused("untrusted-root");
        }) == Verdict::not_applicable);  // a private authority logs nothing
}

TEST_CASE("certificates that could not be seen", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  facts.tls[0].chains.clear();
  facts.tls[0].chains_read = timeout;
  facts.certificates.clear();
  for (const auto* const id :
       {"EXP-CERT-EXPIRED", "EXP-CERT-NAME", "EXP-CERT-SMALL-RSA", "EXP-CERT-SHARED-KEY", "EXP-CERT-SELF-SIGNED"})
    CHECK(test::verdict(id, facts) == Verdict::unknown);
}
