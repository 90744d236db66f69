// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/records.hpp"
#include "audits/exposure/collect/mail/tree_walk.hpp"
#include "tests/support/mail_zone.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace exposure;
using net::Outcome;

namespace {

using Words = std::vector<std::string>;

DmarcReading read(test::MailRecords records, const std::string& domain,
                  const std::string& registered = "exemple.test") {
  const test::MailZone zone{std::move(records)};
  return read_dmarc(domain, registered, zone.lookup());
}

/// One record at the domain, with somewhere to send reports to.
DmarcReading tags(const std::string& record) {
  return read({{"_dmarc.exemple.test TXT", {"v=DMARC1; rua=mailto:d@exemple.test; " + record}}}, "exemple.test");
}

std::string organisation(test::MailRecords records, const std::string& domain) {
  const test::MailZone zone{std::move(records)};
  return TreeWalk(domain, zone.lookup()).organisation();
}

}  // namespace

TEST_CASE("the tree walk asks eight questions at most (RFC 9989, 4.10)", "[exposure][mail]") {
  CHECK(walked_names("test") == Words{"test"});
  CHECK(walked_names("a.b.test") == Words{"a.b.test", "b.test", "test"});
  CHECK(walked_names("a.b.c.d.e.f.test").size() == 7);
  CHECK(walked_names("a.b.c.d.e.f.g.test").size() == 8);
  CHECK(walked_names("a.b.c.d.e.f.g.test")[1] == "b.c.d.e.f.g.test");
  const auto nine = walked_names("z.a.b.c.d.e.f.g.test");
  CHECK(nine.size() == 8);
  CHECK(nine[1] == "b.c.d.e.f.g.test");
  CHECK(walked_names("a.b.c.d.e.f.g.h.i.j.mail.exemple.test").back() == "test");
  const test::MailZone zone{{}};
  CHECK(TreeWalk("a.b.c.d.e.f.g.h.i.j.mail.exemple.test", zone.lookup()).complete());
  CHECK(zone.asked.size() == 8);
}

TEST_CASE("the organisational domain, by who publishes what (RFC 9989, 4.10.2)", "[exposure][mail]") {
  const Words plain{"v=DMARC1; p=reject"}, suffix{"v=DMARC1; p=reject; psd=y"}, top{"v=DMARC1; p=reject; psd=n"};
  CHECK(organisation({}, "a.exemple.test") == "a.exemple.test");
  CHECK(organisation({{"_dmarc.mail.exemple.test TXT", plain}, {"_dmarc.exemple.test TXT", plain}},
                     "a.mail.exemple.test") == "exemple.test");
  CHECK(organisation({{"_dmarc.mail.exemple.test TXT", top}, {"_dmarc.exemple.test TXT", plain}},
                     "a.mail.exemple.test") == "mail.exemple.test");
  CHECK(organisation({{"_dmarc.test TXT", suffix}}, "a.mail.exemple.test") == "exemple.test");
  CHECK(organisation({{"_dmarc.banque.test TXT", suffix}, {"_dmarc.geante.banque.test TXT", plain}},
                     "mail.geante.banque.test") == "geante.banque.test");
  // where the walk starts, psd=y says nothing of what is below
  CHECK(organisation({{"_dmarc.banque.test TXT", suffix}}, "banque.test") == "banque.test");
  // several records at a name are all discarded
  CHECK(organisation({{"_dmarc.exemple.test TXT", {plain[0], plain[0]}}}, "a.exemple.test") == "a.exemple.test");
  CHECK(organisation({{"_dmarc.test TXT", suffix}}, "a.b.c.d.e.f.g.h.i.exemple.test") == "exemple.test");
}

TEST_CASE("DMARC: own, inherited, absent, unanswered", "[exposure][mail]") {
  const auto own = tags("p=reject");
  CHECK(own.found.present());
  CHECK(own.policy == "reject");
  CHECK(own.rule == "own");
  CHECK(own.organisation == "exemple.test");
  CHECK(own.faults.empty());
  const test::MailRecords above{
      {"_dmarc.exemple.test TXT", {"v=DMARC1; p=reject; sp=quarantine; np=none; rua=mailto:d@exemple.test"}},
      {"mail.exemple.test MX", {}}};
  const auto below = read(above, "mail.exemple.test");
  CHECK(below.policy == "quarantine");
  CHECK(below.rule == "organisation");
  CHECK(below.domain == "exemple.test");
  CHECK(below.older_policy == "quarantine");
  CHECK(read(above, "disparu.exemple.test").policy == "none");  // NXDOMAIN: np
  CHECK(read({}, "exemple.test").found.outcome == Outcome::absent);
  CHECK(read({{"_dmarc.exemple.test TXT", {"!"}}}, "exemple.test").found.outcome == Outcome::unknown);
  // an unanswered question above a domain that publishes nothing hides who decides
  auto hidden = above;
  hidden["_dmarc.test TXT"] = {"!"};
  CHECK(read(hidden, "mail.exemple.test").found.outcome == Outcome::unknown);
  const auto known = read(hidden, "exemple.test");
  CHECK(known.policy == "reject");
  CHECK(known.organisation.empty());
}

TEST_CASE("DMARC: a registry's record holds when nobody below has one", "[exposure][mail]") {
  const auto one = read({{"_dmarc.test TXT", {"v=DMARC1; p=none; sp=reject; psd=y; rua=mailto:d@registre.test"}},
                         {"exemple.test MX", {}},
                         {"test._report._dmarc.registre.test TXT", {"v=DMARC1"}}},
                        "exemple.test");
  CHECK(one.found.present());
  CHECK(one.rule == "public-suffix");
  CHECK(one.policy == "reject");
  CHECK(one.organisation == "exemple.test");
  CHECK(one.older_domain.empty());  // RFC 7489 does not look there
}

TEST_CASE("DMARC: np, then sp, then p; t=y takes one level off", "[exposure][mail]") {
  const auto said = [](const std::string& record) {
    const auto one = tags(record);
    return one.policy + " " + one.subdomain_policy + " " + one.missing_name_policy;
  };
  CHECK(said("p=reject") == "reject reject reject");
  CHECK(said("p=reject; sp=none") == "reject none none");
  CHECK(said("p=none; np=reject") == "none none reject");
  CHECK(said("p=reject; sp=quarantine; np=reject; t=y") == "quarantine none quarantine");
  CHECK(said("p=reject; t=n") == "reject reject reject");
  CHECK(said("sp=reject") == "none none none");  // p is missing
  CHECK(said("p=reject; np=rejet") == "none none none");
  CHECK(tags("p=reject; np=rejet").older_policy == "reject");  // RFC 7489 knows neither np nor t
  CHECK(tags("p=reject; t=y").older_policy == "reject");
}

TEST_CASE("DMARC: sp of a record below the organisation's is not used", "[exposure][mail]") {
  const auto one = read({{"_dmarc.mail.exemple.test TXT", {"v=DMARC1; p=reject; sp=none"}},
                         {"_dmarc.exemple.test TXT", {"v=DMARC1; p=reject; sp=quarantine"}}},
                        "mail.exemple.test");
  CHECK(one.rule == "own");
  CHECK(one.policy == "reject");
  CHECK(one.subdomain_policy == "quarantine");
}

TEST_CASE("DMARC: where old and new rules part, both are said", "[exposure][mail]") {
  // nothing at the registered domain: by RFC 9989 the organisation is the one that publishes
  const auto alone = read({{"_dmarc.mail.exemple.test TXT", {"v=DMARC1; p=reject"}}}, "mail.exemple.test");
  CHECK(alone.organisation == "mail.exemple.test");
  CHECK(alone.older_organisation == "exemple.test");
  // two records: the walk goes on above, RFC 7489 applies none
  const auto twice = read({{"_dmarc.mail.exemple.test TXT", {"v=DMARC1; p=reject", "v=DMARC1; p=none"}},
                           {"mail.exemple.test MX", {}},
                           {"_dmarc.exemple.test TXT", {"v=DMARC1; p=reject"}}},
                          "mail.exemple.test");
  CHECK(twice.domain == "exemple.test");
  CHECK(twice.policy == "reject");
  CHECK(twice.older_policy == "none");
  CHECK(twice.faults == Words{"no-report", "several-records"});
  const auto nothing_above =
      read({{"_dmarc.exemple.test TXT", {"v=DMARC1; p=reject", "v=DMARC1; p=reject"}}}, "exemple.test");
  CHECK(nothing_above.found.present());
  CHECK(nothing_above.policy == "none");
}

TEST_CASE("DMARC: what is wrong is named", "[exposure][mail]") {
  CHECK(tags("p=rejet").faults == Words{"bad-policy"});
  CHECK(tags("sp=none").faults == Words{"no-policy"});
  CHECK(tags("p=none; pct=50").faults == Words{"historic-pct", "partial"});
  CHECK(tags("p=none; pct=100; ri=86400; rf=afrf").faults == Words{"historic-pct", "historic-rf", "historic-ri"});
  CHECK(tags("p=none; t=y").faults == Words{"testing"});
  CHECK(tags("p=none; inconnu=1").faults.empty());  // unknown tags are ignored
  CHECK(read({{"_dmarc.exemple.test TXT", {"v=DMARC1; p=none"}}}, "exemple.test").faults == Words{"no-report"});
  CHECK(read({{"_dmarc.exemple.test TXT", {"v=DMARC10; p=none"}}}, "exemple.test").found.outcome == Outcome::absent);
  const test::MailRecords elsewhere{{"_dmarc.exemple.test TXT", {"v=DMARC1; p=none; rua=mailto:d@ailleurs.test!10m"}}};
  CHECK(read(elsewhere, "exemple.test").faults == Words{"report-not-authorised"});
  auto agreed = elsewhere;
  agreed["exemple.test._report._dmarc.ailleurs.test TXT"] = {"v=DMARC1"};
  CHECK(read(agreed, "exemple.test").faults.empty());
  auto silent = elsewhere;
  silent["exemple.test._report._dmarc.ailleurs.test TXT"] = {"!"};
  CHECK(read(silent, "exemple.test").faults == Words{"unanswered"});
}
