// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/tls/chain.hpp"
#include "tests/support/certificates.hpp"

#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>

#include <unistd.h>

using namespace hygie;
using namespace hygie::exposure;
using net::Outcome;

namespace {

const core::Instant now{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}};

/// A root, an intermediate, a server; the root alone is trusted.
struct Hierarchy {
  test::MadeKey root_key = test::make_curve_key(), middle_key = test::make_curve_key(), key = test::make_curve_key();
  test::MadeX509 root, middle, own;
  std::string file;

  explicit Hierarchy(test::Recipe recipe = {}) {
    root = test::make_certificate(root_key.get(), {"Racine", {{NID_basic_constraints, "critical,CA:TRUE"}}}, nullptr,
                                  root_key.get());
    middle = test::make_certificate(middle_key.get(), {"Intermédiaire", {{NID_basic_constraints, "critical,CA:TRUE"}}},
                                    root.get(), root_key.get());
    if (recipe.subject.empty()) recipe.subject = "www.exemple.test";
    recipe.extensions.emplace_back(NID_subject_alt_name, "DNS:www.exemple.test,DNS:*.exemple.test,IP:192.0.2.10");
    own = test::make_certificate(key.get(), recipe, middle.get(), middle_key.get());
    static int made = 0;
    file = (std::filesystem::temp_directory_path() /
            ("hygie-chain-" + std::to_string(::getpid()) + "-" + std::to_string(made++) + ".pem"))
               .string();
    std::FILE* const out = std::fopen(file.c_str(), "w");
    PEM_write_X509(out, root.get());
    std::fclose(out);
  }
  ~Hierarchy() { std::filesystem::remove(file); }
  Hierarchy(const Hierarchy&) = delete;
  Hierarchy& operator=(const Hierarchy&) = delete;

  ServedChain judged(const std::vector<X509*>& served, const std::string& name = "www.exemple.test",
                     core::Instant at = now) const {
    std::vector<net::Buffer> chain;
    for (auto* const one : served) chain.push_back(test::der_of(one));
    ServedChain out;
    out.name = name;
    judge_chain(*Authorities::load(file), chain, "192.0.2.10", at, out);
    return out;
  }
};

}  // namespace

TEST_CASE("a whole chain is trusted, in order", "[exposure][tls]") {
  const Hierarchy made;
  const auto chain = made.judged({made.own.get(), made.middle.get()});
  CHECK(chain.trusted.present());
  CHECK(chain.ordered.present());
  CHECK(chain.name_matches.present());
  CHECK(made.judged({made.own.get(), made.middle.get(), made.root.get()}).ordered.present());
}

TEST_CASE("a chain whose intermediate is not served", "[exposure][tls]") {
  const Hierarchy made({"", {{NID_info_access, "caIssuers;URI:http://pki.exemple.test/i.crt"}}});
  const auto chain = made.judged({made.own.get()});
  CHECK(chain.trusted == net::Observation{Outcome::absent, "incomplete"});
  CHECK(chain.missing == "CN=Intermédiaire");
  CHECK(chain.ordered.outcome == Outcome::not_run);
  // one that does not say where its issuer is found is of a private authority
  const Hierarchy quiet;
  CHECK(quiet.judged({quiet.own.get()}).trusted.reason == "untrusted-root");
}

TEST_CASE("chains out of order, self-signed, of an unknown root", "[exposure][tls]") {
  const Hierarchy made;
  const Hierarchy other;
  const auto mixed = made.judged({made.own.get(), made.root.get(), made.middle.get()});
  CHECK(mixed.trusted.present());  // clients sort it, not all of them
  CHECK(mixed.ordered == net::Observation{Outcome::absent, "order"});
  const auto self = test::make_certificate(made.key.get(), {"seul", {{NID_subject_alt_name, "DNS:seul.test"}}}, nullptr,
                                           made.key.get());
  CHECK(made.judged({self.get()}).trusted.reason == "self-signed");
  test::MadeX509 stranger =
      test::make_certificate(other.root_key.get(), {"Autre racine", {{NID_basic_constraints, "critical,CA:TRUE"}}},
                             nullptr, other.root_key.get());
  const auto own = test::make_certificate(made.key.get(), {"www.exemple.test"}, stranger.get(), other.root_key.get());
  CHECK(made.judged({own.get(), stranger.get()}).trusted.reason == "untrusted-root");
}

TEST_CASE("dates of a chain at their limits", "[exposure][tls]") {
  const Hierarchy made;
  const core::Instant until{std::chrono::seconds{1798761600}};
  const core::Instant from{std::chrono::seconds{1767225600}};
  const std::vector<X509*> served{made.own.get(), made.middle.get()};
  const auto at = [&](core::Instant when) { return made.judged(served, "www.exemple.test", when).trusted; };
  CHECK(at(until).present());
  CHECK(at(until + std::chrono::seconds{1}).reason == "expired");
  CHECK(at(from).present());
  CHECK(at(from - std::chrono::seconds{1}).reason == "not-yet-valid");
}

TEST_CASE("names are looked for in subjectAltName alone", "[exposure][tls]") {
  const Hierarchy made({"sujet.test"});
  const auto name = [&](const std::string& wanted) {
    return made.judged({made.own.get(), made.middle.get()}, wanted).name_matches;
  };
  CHECK(name("www.exemple.test").present());
  CHECK(name("WWW.Exemple.Test").present());
  CHECK(name("autre.exemple.test").present());
  CHECK(name("a.b.exemple.test").absent());
  CHECK(name("exemple.test").absent());
  CHECK(name("sujet.test").absent());
  CHECK(name("") == net::Observation{Outcome::present, "address"});
}

TEST_CASE("what is no certificate is unknown", "[exposure][tls]") {
  const Hierarchy made;
  ServedChain out;
  judge_chain(*Authorities::load(made.file), {{1, 2, 3}}, "192.0.2.10", now, out);
  CHECK(out.trusted == net::Observation{Outcome::unknown, "not-x509"});
  judge_chain(*Authorities::load(made.file), {}, "192.0.2.10", now, out);
  CHECK(out.trusted == net::Observation{Outcome::unknown, "no-certificate"});
  CHECK_FALSE(Authorities::load("/nowhere/authorities.pem").has_value());
}

TEST_CASE("certificates are read", "[exposure][tls]") {
  const Hierarchy made({"", {{NID_tlsfeature, "status_request"}}, 1767225600, 1798761600, 255});
  const auto read = read_certificate(test::der_of(made.own.get()));
  CHECK(read.unreadable.empty());
  CHECK(read.subject == "CN=www.exemple.test");
  CHECK(read.issuer == "CN=Intermédiaire");
  CHECK(read.serial == "FF");
  CHECK(read.names == std::vector<std::string>{"www.exemple.test", "*.exemple.test", "192.0.2.10"});
  CHECK(read.key == "ec");
  CHECK(read.key_bits == 256);
  CHECK(read.key_sha256.size() == 64);
  CHECK(read.signature == "ecdsa-with-SHA256");
  CHECK(read.must_staple);
  CHECK_FALSE(read.self_signed);
  CHECK_FALSE(read.authority);
  CHECK((*read.not_after).time_since_epoch().count() == 1798761600);
  CHECK(read_certificate(test::der_of(made.root.get())).authority);
  CHECK(read_certificate(test::der_of(made.root.get())).self_signed);
  auto longer = test::der_of(made.own.get());
  longer.push_back(0);
  CHECK(read_certificate(longer).unreadable == "not-x509");
}

TEST_CASE("a staple is held against the certificate it is of", "[exposure][tls]") {
  const Hierarchy made;
  const auto authorities = Authorities::load(made.file);
  const std::vector<net::Buffer> served{test::der_of(made.own.get()), test::der_of(made.middle.get())};
  const auto staple = [&](int status, X509* subject, long next) {
    OCSP_BASICRESP* const basic = OCSP_BASICRESP_new();
    OCSP_CERTID* const id = OCSP_cert_to_id(nullptr, subject, made.middle.get());
    ASN1_TIME* const this_update = ASN1_TIME_set(nullptr, 1780000000);
    ASN1_TIME* const next_update = ASN1_TIME_set(nullptr, next);
    OCSP_basic_add1_status(basic, id, status, OCSP_REVOKED_STATUS_KEYCOMPROMISE, this_update, this_update, next_update);
    OCSP_basic_sign(basic, made.middle.get(), made.middle_key.get(), EVP_sha256(), nullptr, 0);
    OCSP_RESPONSE* const response = OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic);
    unsigned char* bytes = nullptr;
    const int size = i2d_OCSP_RESPONSE(response, &bytes);
    net::Buffer out(bytes, bytes + size);
    OPENSSL_free(bytes);
    ASN1_TIME_free(this_update);
    ASN1_TIME_free(next_update);
    OCSP_CERTID_free(id);
    OCSP_BASICRESP_free(basic);
    OCSP_RESPONSE_free(response);
    return read_staple(*authorities, out, served, now);
  };
  const long later = 1790000000;
  const long before = 1780000001;
  CHECK(staple(V_OCSP_CERTSTATUS_GOOD, made.own.get(), later) == "good");
  CHECK(staple(V_OCSP_CERTSTATUS_REVOKED, made.own.get(), later) == "revoked");
  CHECK(staple(V_OCSP_CERTSTATUS_UNKNOWN, made.own.get(), later) == "unknown");
  CHECK(staple(V_OCSP_CERTSTATUS_GOOD, made.own.get(), before) == "expired");
  const auto other = test::make_certificate(made.key.get(), {"autre", {}, 1767225600, 1798761600, 77},
                                            made.middle.get(), made.middle_key.get());
  CHECK(staple(V_OCSP_CERTSTATUS_GOOD, other.get(), later) == "other");
  CHECK(read_staple(*authorities, net::Buffer{0x30, 3, 1, 2, 3}, served, now) == "malformed");
}
