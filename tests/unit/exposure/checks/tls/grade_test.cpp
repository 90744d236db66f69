// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/tls_grade/grade.hpp"
#include "tests/support/exposure.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;
using exposure::ExposureFacts;
using exposure::Letter;
using exposure::Tls;
using net::Observation;
using net::Outcome;

namespace {

const Observation present{Outcome::present, {}};
const Observation absent{Outcome::absent, {}};
const Observation timeout{Outcome::unknown, "timeout"};

struct Case {
  const char* reason;
  const char* grade;
  void (*spoil)(ExposureFacts&, Tls&);
};
exposure::TlsVersion& version(Tls& tls, std::size_t at) { return tls.versions[at]; }
void add_suite(Tls& tls, const char* suite) { version(tls, 4).suites.emplace_back(suite); }

const Case cases[] = {
    {"heartbleed", "F", [](ExposureFacts&, Tls& tls) { tls.heartbleed = present; }},
    {"ccs-injection", "F", [](ExposureFacts&, Tls& tls) { tls.ccs_injection = present; }},
    {"robot", "F", [](ExposureFacts&, Tls& tls) { tls.robot = present; }},
    {"ticketbleed", "F", [](ExposureFacts&, Tls& tls) { tls.ticketbleed = present; }},
    {"ssl2", "F", [](ExposureFacts&, Tls& tls) { version(tls, 0).offered = present; }},
    {"null-suites", "F", [](ExposureFacts&, Tls& tls) { add_suite(tls, "TLS_ECDHE_RSA_WITH_NULL_SHA"); }},
    {"anonymous-suites", "F", [](ExposureFacts&, Tls& tls) { add_suite(tls, "TLS_DH_anon_WITH_AES_128_GCM_SHA256"); }},
    {"export-suites", "F", [](ExposureFacts&, Tls& tls) { add_suite(tls, "TLS_RSA_EXPORT_WITH_RC4_40_MD5"); }},
    {"dh-below-1024", "F", [](ExposureFacts&, Tls& tls) { tls.dh_bits = 1023; }},
    {"dh-below-2048", "C", [](ExposureFacts&, Tls& tls) { tls.dh_bits = 2047; }},
    {"", "A+", [](ExposureFacts&, Tls& tls) { tls.dh_bits = 2048; }},
    {"certificate-not-trusted", "F",
     [](ExposureFacts&, Tls& tls) {
       tls.chains[0].trusted = {Outcome::absent, "expired"};
     }},
    {"incomplete-chain", "C",
     [](ExposureFacts&, Tls& tls) {
       tls.chains[0].trusted = {Outcome::absent, "incomplete"};
     }},
    {"certificate-name", "F", [](ExposureFacts&, Tls& tls) { tls.chains[0].name_matches = absent; }},
    {"revoked", "F", [](ExposureFacts&, Tls& tls) { tls.staple = "revoked"; }},
    {"ssl3", "D", [](ExposureFacts&, Tls& tls) { version(tls, 1).offered = present; }},
    {"rc4", "D", [](ExposureFacts&, Tls& tls) { add_suite(tls, "TLS_ECDHE_RSA_WITH_RC4_128_SHA"); }},
    {"des", "D", [](ExposureFacts&, Tls& tls) { add_suite(tls, "TLS_DHE_RSA_WITH_DES_CBC_SHA"); }},
    {"insecure-renegotiation", "D", [](ExposureFacts&, Tls& tls) { tls.secure_renegotiation = absent; }},
    {"small-key", "D", [](ExposureFacts& facts, Tls&) { facts.certificates[0].key_bits = 255; }},
    {"old-hash", "D", [](ExposureFacts& facts, Tls&) { facts.certificates[0].signature = "sha1WithRSAEncryption"; }},
    {"3des", "C", [](ExposureFacts&, Tls& tls) { add_suite(tls, "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA"); }},
    {"compression", "C", [](ExposureFacts&, Tls& tls) { tls.compression = present; }},
    {"tls10", "B", [](ExposureFacts&, Tls& tls) { version(tls, 2).offered = present; }},
    {"tls11", "B", [](ExposureFacts&, Tls& tls) { version(tls, 3).offered = present; }},
    {"some-without-forward-secrecy", "B",
     [](ExposureFacts&, Tls& tls) { add_suite(tls, "TLS_RSA_WITH_AES_128_GCM_SHA256"); }},
    {"small-groups", "B", [](ExposureFacts&, Tls& tls) { tls.groups.emplace_back("secp192r1"); }},
    {"client-renegotiation", "B", [](ExposureFacts&, Tls& tls) { tls.client_renegotiation = present; }},
    {"some-without-aead", "A", [](ExposureFacts&, Tls& tls) { add_suite(tls, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"); }},
    {"early-data", "A", [](ExposureFacts&, Tls& tls) { tls.early_data = present; }},
    {"no-tls13", "A",
     [](ExposureFacts&, Tls& tls) {
       version(tls, 5) = {"TLS 1.3", absent, {}, {}, {}};
     }},
    {"", "A+", [](ExposureFacts&, Tls&) {}},
};

}  // namespace

TEST_CASE("each rule caps the grade at its own letter, and is named", "[exposure][tls]") {
  for (const auto& one : cases) {
    auto facts = test::sound_exposure();
    one.spoil(facts, facts.tls[0]);
    INFO(one.reason);
    const auto grade = exposure::grade_of(facts, facts.tls[0]);
    CHECK(exposure::to_string(grade.letter) == one.grade);
    CHECK(exposure::listed(grade.reasons) == one.reason);
    CHECK(grade.unknown.empty());
    CHECK(grade.graded);
  }
}

TEST_CASE("rules on what a server offers at best", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  auto& tls = facts.tls[0];
  version(tls, 5) = {"TLS 1.3", absent, {}, {}, {}};
  version(tls, 4).suites = {"TLS_RSA_WITH_AES_128_GCM_SHA256"};
  CHECK(exposure::listed(exposure::grade_of(facts, tls).reasons) == "no-forward-secrecy");
  version(tls, 4).suites = {"TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"};
  CHECK(exposure::listed(exposure::grade_of(facts, tls).reasons) == "no-aead");
  version(tls, 4).offered = absent;
  CHECK(exposure::listed(exposure::grade_of(facts, tls).reasons) == "no-tls12-nor-tls13");
}

TEST_CASE("EXP-TLS-GRADE", "[exposure][tls]") {
  auto facts = test::sound_exposure();
  auto& tls = facts.tls[0];
  CHECK(test::verdict("EXP-TLS-GRADE", facts) == Verdict::pass);
  SECTION("the worst rule names the grade, the others are kept back") {
    tls.compression = present;
    version(tls, 2).offered = present;
    const auto finding = test::failure("EXP-TLS-GRADE", facts);
    CHECK(finding.evidence.at("grade") == "C");
    CHECK(finding.evidence.at("reasons") == "compression");
  }
  SECTION("B is good enough by default, and not when more is asked") {
    version(tls, 2).offered = present;
    CHECK(test::verdict("EXP-TLS-GRADE", facts) == Verdict::pass);
    CHECK(test::verdict("EXP-TLS-GRADE", facts, {{"minimum_grade", std::string("A")}}) == Verdict::fail);
    CHECK(test::verdict("EXP-TLS-GRADE", facts, {{"minimum_grade", std::string("Z")}}) == Verdict::unknown);
  }
  SECTION("what is not known may lower it") {
    tls.robot = timeout;
    const auto found = test::run("EXP-TLS-GRADE", facts);
    REQUIRE(found.size() == 1);
    CHECK(found[0].verdict == Verdict::unknown);
    CHECK(found[0].evidence.at("missing") == "robot");
  }
  SECTION("what is known to be bad is bad whatever else is not known") {
    tls.robot = timeout;
    tls.heartbleed = present;
    CHECK(test::verdict("EXP-TLS-GRADE", facts) == Verdict::fail);
  }
}
