// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/authorities.hpp"
#include "audits/exposure/checks/shared_services.hpp"
#include "tests/support/exposure.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace exposure;
using core::Verdict;
using net::Outcome;

namespace {

using Words = std::vector<std::string>;
constexpr const char* by_lets_encrypt = "CN=R3,O=Let's Encrypt,C=US";

Name& add_name(ExposureFacts& facts, const std::string& name, const std::string& target, const char* dangling = "") {
  auto& one = facts.names.emplace_back();
  one.name = name;
  one.status = *dangling == '\0' ? "resolved" : "nxdomain";
  one.aliases = {target};
  one.dangling = dangling;
  return one;
}

/// A served certificate of that issuer for these names.
void serve(ExposureFacts& facts, const std::string& issuer, const Words& names) {
  auto& certificate = facts.certificates.emplace_back();
  certificate.sha256 = std::to_string(facts.certificates.size());
  certificate.issuer = issuer;
  certificate.names = names;
  auto& tls = facts.tls.emplace_back();
  tls.service = "192.0.2.10:443/tcp";
  tls.chains_read = {Outcome::present, {}};
  auto& chain = tls.chains.emplace_back();
  chain.certificates = {certificate.sha256};
}

void authorise(ExposureFacts& facts, const std::string& name, const Words& records) {
  facts.caa_sets.push_back({name,
                            name,
                            {records.empty() ? Outcome::absent : Outcome::present, records.empty() ? "no-record" : ""},
                            records});
}

}  // namespace

TEST_CASE("the organisation of a distinguished name, as each tool writes it", "[exposure][dns]") {
  CHECK(organisation_in(by_lets_encrypt) == "Let's Encrypt");
  CHECK(organisation_in("C=US, O=\"DigiCert, Inc.\", CN=RapidSSL") == "DigiCert, Inc.");
  CHECK(organisation_in(R"(CN=x,O=DigiCert\, Inc.,C=US)") == "DigiCert, Inc.");
  CHECK(organisation_in("CN=O=x") == "");
  CHECK(organisation_in("") == "");
  CHECK(organisation_in("O=\\") == "\\");
  CHECK(organisation_in("O=\"sans fin, CN=x") == "sans fin, CN=x");
}

TEST_CASE("who may issue, by CAA records (RFC 8659, 4)", "[exposure][dns]") {
  const auto may = [](const Words& records, bool wildcard = false) {
    return allowed_by(records, wildcard, by_lets_encrypt);
  };
  CHECK(may({"issue letsencrypt.org"}) == Allowed::yes);
  CHECK(may({"Issue LetsEncrypt.org; validationmethods=dns-01"}) == Allowed::yes);
  CHECK(may({"issue digicert.com", "issue letsencrypt.org"}) == Allowed::yes);
  CHECK(may({"issue digicert.com"}) == Allowed::no);
  CHECK(may({"issue ;"}) == Allowed::no);
  CHECK(may({"issue "}) == Allowed::no);
  CHECK(may({"iodef mailto:a@exemple.test"}) == Allowed::anybody);
  CHECK(may({"issuewild digicert.com"}) == Allowed::anybody);
  CHECK(may({"issue letsencrypt.org", "issuewild digicert.com"}, true) == Allowed::no);
  CHECK(may({"issue letsencrypt.org"}, true) == Allowed::yes);
  CHECK(may({"issue autorite-inconnue.test"}) == Allowed::unknown);  // it may be another name of theirs
  CHECK(may({"issue autorite-inconnue.test", "issue letsencrypt.org"}) == Allowed::yes);
  CHECK(allowed_by({"issue digicert.com"}, false, "CN=x,O=CA interne") == Allowed::unknown);
  CHECK(allowed_by({"issue ;"}, false, "CN=x,O=CA interne") == Allowed::no);
  CHECK(issuer_name(by_lets_encrypt) == "Let's Encrypt");
  CHECK(issuer_name("CN=x,O=CA interne") == "CA interne");
}

TEST_CASE("a certificate of an authority that CAA does not authorise", "[exposure][dns]") {
  const auto* const check = "EXP-DNS-CAA-ISSUER";
  ExposureFacts facts;
  serve(facts, by_lets_encrypt, {"www.exemple.test"});
  CHECK(test::verdict(check, facts) == Verdict::not_applicable);  // below no declared domain
  SECTION("not authorised") {
    authorise(facts, "www.exemple.test", {"issue digicert.com"});
    const auto one = test::failure(check, facts);
    CHECK(one.object == "www.exemple.test");
    CHECK(one.evidence.at("issuer") == "Let's Encrypt");
  }
  SECTION("authorised") {
    authorise(facts, "www.exemple.test", {"issue letsencrypt.org"});
    CHECK(test::verdict(check, facts) == Verdict::pass);
  }
  SECTION("no record: another check says so") {
    authorise(facts, "www.exemple.test", {});
    CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  }
  SECTION("not answered") {
    facts.caa_sets.push_back({"www.exemple.test", "", {Outcome::unknown, "servfail"}, {}});
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
  SECTION("an unknown issuer") {
    serve(facts, "CN=x,O=CA interne", {"intra.exemple.test"});
    authorise(facts, "intra.exemple.test", {"issue letsencrypt.org"});
    CHECK(test::verdict(check, facts) == Verdict::unknown);
  }
  SECTION("a wild card by issuewild") {
    serve(facts, by_lets_encrypt, {"*.exemple.test"});
    authorise(facts, "exemple.test", {"issue letsencrypt.org", "issuewild ;"});
    CHECK(test::failure(check, facts).object == "*.exemple.test");
  }
  SECTION("a self-signed one has no authority") {
    facts.certificates.front().self_signed = true;
    authorise(facts, "www.exemple.test", {"issue digicert.com"});
    CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  }
}

TEST_CASE("logged certificates count while they are valid", "[exposure][dns]") {
  ExposureFacts facts;
  facts.collected_at = core::Instant{std::chrono::hours{1}};
  auto& one = facts.issued.emplace_back();
  one.issuer = "C=US, O=Let's Encrypt, CN=R3";
  one.names = {"www.exemple.test"};
  one.serial = "0a";
  one.not_after = facts.collected_at + std::chrono::seconds{1};
  authorise(facts, "www.exemple.test", {"issue digicert.com"});
  CHECK(test::failure("EXP-DNS-CAA-ISSUER", facts).evidence.at("where") == "transparency 0a");
  one.not_after = facts.collected_at;
  CHECK(test::verdict("EXP-DNS-CAA-ISSUER", facts) == Verdict::not_applicable);
}

TEST_CASE("shared services are known by the end of the name", "[exposure][dns]") {
  REQUIRE(shared_service("hopital.azurewebsites.net") != nullptr);
  CHECK(shared_service("hopital.azurewebsites.net")->freed == "nxdomain");
  CHECK(shared_service("a.b.github.io")->service == "GitHub Pages");
  CHECK(shared_service("github.io") == nullptr);
  CHECK(shared_service("fauxgithub.io") == nullptr);
  CHECK(shared_service("www.exemple.test") == nullptr);
}

TEST_CASE("names that lead nowhere, by how", "[exposure][dns]") {
  ExposureFacts facts;
  SECTION("a service given up") {
    add_name(facts, "ancien.exemple.test", "hopital.azurewebsites.net", "nxdomain");
    const auto one = test::failure("EXP-DNS-DANGLING", facts);
    CHECK(one.evidence.at("service") == "Azure App Service");
    CHECK(one.evidence.at("claim") == "anyone");
    CHECK(test::verdict("EXP-DNS-ALIAS-UNREGISTERED", facts) == Verdict::pass);
  }
  SECTION("a domain that nobody holds") {
    add_name(facts, "ancien.exemple.test", "x.libre.test", "unregistered");
    CHECK(test::failure("EXP-DNS-ALIAS-UNREGISTERED", facts).evidence.at("target") == "x.libre.test");
    CHECK(test::verdict("EXP-DNS-DANGLING", facts) == Verdict::pass);
  }
  SECTION("a domain of which nobody could tell") {
    add_name(facts, "ancien.exemple.test", "x.libre.test", "holder-unanswered");
    CHECK(test::verdict("EXP-DNS-ALIAS-UNREGISTERED", facts) == Verdict::unknown);
    CHECK(test::verdict("EXP-DNS-DANGLING", facts) == Verdict::fail);
  }
  SECTION("a name of which nothing was heard may be an alias") {
    add_name(facts, "www.exemple.test", "www.exemple.org");
    facts.names.emplace_back().name = "muet.exemple.test";
    facts.names.back().status = "timeout";
    CHECK(test::verdict("EXP-DNS-ALIAS-UNREGISTERED", facts) == Verdict::unknown);
  }
  SECTION("a shared service that answers for any name") {
    add_name(facts, "blog.exemple.test", "hopital.github.io");
    CHECK(test::failure("EXP-DNS-SHARED-SERVICE", facts).evidence.at("service") == "GitHub Pages");
    auto& asset = facts.inventory.emplace_back();
    asset.name = "blog.exemple.test";
    CHECK(test::verdict("EXP-DNS-SHARED-SERVICE", facts) == Verdict::fail);  // its host is not declared
    asset.host_name = "GitHub";
    CHECK(test::verdict("EXP-DNS-SHARED-SERVICE", facts) == Verdict::pass);
  }
  SECTION("one whose freed names are gone, and that answers, is somebody's") {
    add_name(facts, "site.exemple.test", "hopital.azurewebsites.net");
    CHECK(test::verdict("EXP-DNS-SHARED-SERVICE", facts) == Verdict::pass);
  }
  SECTION("no alias at all") {
    facts.names.emplace_back().name = "www.exemple.test";
    for (const auto* check : {"EXP-DNS-DANGLING", "EXP-DNS-SHARED-SERVICE", "EXP-DNS-ALIAS-UNREGISTERED"})
      CHECK(test::verdict(check, facts) == Verdict::not_applicable);
  }
}

TEST_CASE("a name whose servers refuse or fail", "[exposure][dns]") {
  const auto* const check = "EXP-DNS-DEAD-DELEGATION";
  const auto with = [&](const char* status, Outcome zone = Outcome::not_run) {
    ExposureFacts facts;
    auto& name = facts.names.emplace_back();
    name.name = "labo.exemple.test";
    name.status = status;
    auto& one = facts.zones.emplace_back();
    one.name = "exemple.test";
    one.valid = {zone, {}};
    return test::verdict(check, facts);
  };
  CHECK(with("servfail") == Verdict::fail);
  CHECK(with("refused") == Verdict::fail);
  CHECK(with("timeout") == Verdict::unknown);
  CHECK(with("resolved") == Verdict::pass);
  CHECK(with("not-asked") == Verdict::not_applicable);
  CHECK(with("servfail", Outcome::absent) == Verdict::not_applicable);  // wrong signatures: EXP-DNSSEC-BOGUS
}

TEST_CASE("servers and exchangers in a domain that nobody holds", "[exposure][dns]") {
  ExposureFacts facts;
  auto& zone = facts.zones.emplace_back();
  zone.name = "exemple.test";
  zone.exists = {Outcome::present, {}};
  auto& server = zone.servers.emplace_back();
  server.name = "ns.libre.test";
  server.resolved = {Outcome::absent, "no-address"};
  auto& mail = facts.mail.emplace_back();
  mail.name = "exemple.test";
  mail.mx_found = {Outcome::present, {}};
  auto& exchanger = mail.exchangers.emplace_back();
  exchanger.name = "mx.libre.test";
  exchanger.resolved = {Outcome::absent, "no-address"};
  server.dangling = exchanger.dangling = "nxdomain";
  CHECK(test::verdict("EXP-DNS-SERVER-UNREGISTERED", facts) == Verdict::pass);
  CHECK(test::verdict("EXP-MX-UNREGISTERED", facts) == Verdict::pass);
  server.dangling = exchanger.dangling = "unregistered";
  CHECK(test::failure("EXP-DNS-SERVER-UNREGISTERED", facts).evidence.at("names") == "ns.libre.test");
  CHECK(test::failure("EXP-MX-UNREGISTERED", facts).evidence.at("names") == "mx.libre.test");
  server.dangling = exchanger.dangling = "holder-unanswered";
  CHECK(test::verdict("EXP-DNS-SERVER-UNREGISTERED", facts) == Verdict::unknown);
  CHECK(test::verdict("EXP-MX-UNREGISTERED", facts) == Verdict::unknown);
  server.dangling = exchanger.dangling = "";
  server.resolved = exchanger.resolved = {Outcome::unknown, "not-answered"};
  CHECK(test::verdict("EXP-DNS-SERVER-UNREGISTERED", facts) == Verdict::unknown);
  CHECK(test::verdict("EXP-MX-UNREGISTERED", facts) == Verdict::unknown);
  mail.exchangers.clear();
  mail.mx_found = {Outcome::absent, "no-record"};
  CHECK(test::verdict("EXP-MX-UNREGISTERED", facts) == Verdict::not_applicable);
}

TEST_CASE("the serials of every address of the servers are compared", "[exposure][dns]") {
  ExposureFacts facts;
  auto& zone = facts.zones.emplace_back();
  zone.name = "exemple.test";
  auto& server = zone.servers.emplace_back();
  server.name = "ns1.exemple.test";
  server.asked = {{"192.0.2.53", {Outcome::present, {}}, 7, {}, {}, {}},
                  {"2001:db8::53", {Outcome::present, {}}, 7, {}, {}, {}}};
  CHECK(test::verdict("EXP-DNS-SERIALS", facts) == Verdict::pass);
  server.asked[1].serial = 6;
  CHECK(test::failure("EXP-DNS-SERIALS", facts).evidence.at("serials") ==
        "ns1.exemple.test (192.0.2.53) 7, ns1.exemple.test (2001:db8::53) 6");
}

TEST_CASE("a server that no longer has the zone: at which address, and what it says", "[exposure][dns]") {
  ExposureFacts facts;
  auto& zone = facts.zones.emplace_back();
  zone.name = "exemple.test";
  for (const auto* name : {"ns1.exemple.test", "ns2.exemple.test", "ns3.exemple.test"}) {
    auto& server = zone.servers.emplace_back();
    server.name = name;
    server.answers = {Outcome::absent, "refused"};
    server.asked = {{"192.0.2.53", server.answers, 0, {}, {}, {}},
                    {"2001:db8::53", {Outcome::present, {}}, 0, {}, {}, {}},
                    {"198.51.100.53", {Outcome::not_run, "not-in-scope"}, 0, {}, {}, {}}};
  }
  zone.servers[1].answers = {Outcome::present, {}};
  zone.servers[2].answers = {Outcome::absent, "no-address"};
  zone.servers[2].asked.clear();
  const auto one = test::failure("EXP-DNS-LAME", facts);
  CHECK(one.evidence.at("names") == "ns1.exemple.test (192.0.2.53), ns3.exemple.test");
  CHECK(one.evidence.at("how") == "no-address, refused");
  zone.servers[0].answers = zone.servers[2].answers = {Outcome::unknown, "not-answered"};
  CHECK(test::verdict("EXP-DNS-LAME", facts) == Verdict::unknown);
  // one whose addresses are not all known does not pass for those that are
  for (auto& server : zone.servers) server.answers = {Outcome::present, {}};
  CHECK(test::verdict("EXP-DNS-LAME", facts) == Verdict::pass);
  zone.servers[1].resolved = {Outcome::unknown, "not-answered"};
  CHECK(test::verdict("EXP-DNS-LAME", facts) == Verdict::unknown);
}
