// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/dns/caa.hpp"
#include "audits/exposure/collect/mail/organisation.hpp"

#include <catch2/catch.hpp>
#include <map>

using namespace hygie;
using namespace exposure;
using net::Outcome;

namespace {

DnsAnswer answer(Found found, const std::string& value = {}) {
  DnsAnswer out;
  out.found = found;
  if (!value.empty()) out.records.push_back({"", "CAA", {"0", "issue", "\"" + value + "\""}});
  return out;
}

CaaSet climbed(const std::map<std::string, DnsAnswer>& zone, const std::string& name) {
  return caa_of(name, [&](const std::string& asked, const std::string&) {
    const auto found = zone.find(asked);
    return found == zone.end() ? answer(Found::no_such_name) : found->second;
  });
}

}  // namespace

TEST_CASE("CAA: the nearest name above that has records (RFC 8659, 3)", "[exposure][dns]") {
  const auto above = climbed({{"exemple.test", answer(Found::records, "letsencrypt.org")}}, "a.b.exemple.test");
  CHECK(above.name == "a.b.exemple.test");
  CHECK(above.at == "exemple.test");
  CHECK(above.records == std::vector<std::string>{"issue letsencrypt.org"});
  const auto nearer = climbed({{"b.exemple.test", answer(Found::records, "digicert.com")},
                               {"exemple.test", answer(Found::records, "letsencrypt.org")}},
                              "a.b.exemple.test");
  CHECK(nearer.at == "b.exemple.test");
  const auto top = climbed({{"test", answer(Found::records, "pki.goog")}}, "exemple.test");
  CHECK(top.at == "test");
  CHECK(climbed({}, "exemple.test").found.outcome == Outcome::absent);
  // a name that nobody answers for is not climbed past
  const auto silent =
      climbed({{"b.exemple.test", answer(Found::not_answered)}, {"exemple.test", answer(Found::records, "x.test")}},
              "b.exemple.test");
  CHECK(silent.found.outcome == Outcome::unknown);
  CHECK(silent.records.empty());
}

TEST_CASE("certificates of an export of transparency logs", "[exposure][dns]") {
  const auto issued = issued_in(R"([
    {"issuer_name":"C=US, O=Let's Encrypt, CN=R3","name_value":"www.exemple.test\n*.Exemple.test","common_name":"www.exemple.test",
     "serial_number":"0a0b","not_after":"2026-09-01T10:00:00"},
    {"name_value":"sans.exemple.test"}, 7, {"issuer_name":"O=x","not_after":"hier"}])");
  REQUIRE(issued.size() == 2);
  CHECK(issued[0].names == std::vector<std::string>{"www.exemple.test", "*.exemple.test"});
  CHECK(issued[0].serial == "0a0b");
  CHECK(issued[0].not_after.has_value());
  CHECK_FALSE(issued[1].not_after.has_value());
  CHECK(issued_in("www.exemple.test\n").empty());
  CHECK(issued_in("[").empty());
}

TEST_CASE("the domain that is held at a registry, not what a service lends", "[exposure][dns]") {
  CHECK(registered_domain("a.b.exemple.fr") == "exemple.fr");
  CHECK(registered_domain("a.exemple.co.uk") == "exemple.co.uk");
  CHECK(registered_domain("hopital.azurewebsites.net") == "azurewebsites.net");
  CHECK(registered_domain("hopital.github.io") == "github.io");
  CHECK(registered_domain("exemple.test") == "exemple.test");
  CHECK(registered_domain("test") == "test");
}
