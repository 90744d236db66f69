// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/mail/records.hpp"
#include "audits/exposure/collect/mail/relay.hpp"
#include "audits/exposure/collect/mail/spf.hpp"
#include "tests/support/mail_zone.hpp"

#include <catch2/catch.hpp>
#include <map>

using namespace hygie;
using namespace exposure;
using net::Outcome;

namespace {

using test::MailZone;

SpfReading spf(std::map<std::string, std::vector<std::string>> records) {
  const MailZone zone{std::move(records)};
  return read_spf("exemple.test", zone.lookup());
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("SPF: a sound policy", "[exposure][mail]") {
  const auto one = spf({{"exemple.test TXT", {"autre", "v=spf1 mx ip4:192.0.2.0/24 include:_spf.envoi.test -all"}},
                        {"exemple.test MX", {"10 mail.exemple.test"}},
                        {"_spf.envoi.test TXT", {"v=spf1 ip6:2001:db8::/32 ?all"}}});
  CHECK(one.found.present());
  CHECK(one.all == "-all");
  CHECK(one.lookups == 2);
  CHECK(one.voids == 0);
  CHECK(one.faults.empty());
}

TEST_CASE("SPF: absent, several, unanswered are three things", "[exposure][mail]") {
  CHECK(spf({}).found.outcome == Outcome::absent);
  CHECK(spf({{"exemple.test TXT", {"v=spf10 -all"}}}).found.outcome == Outcome::absent);
  CHECK(spf({{"exemple.test TXT", {"!"}}}).found.outcome == Outcome::unknown);
  CHECK(spf({{"exemple.test TXT", {"v=spf1 -all", "v=spf1 ~all"}}}).faults == Words{"several-records"});
}

TEST_CASE("SPF: ten lookups are allowed, eleven are not (RFC 7208, 4.6.4)", "[exposure][mail]") {
  std::map<std::string, std::vector<std::string>> records;
  std::string policy = "v=spf1";
  for (int i = 0; i < 10; ++i) {
    policy += " a:h" + std::to_string(i) + ".exemple.test";
    records["h" + std::to_string(i) + ".exemple.test A"] = {"192.0.2.1"};
  }
  records["exemple.test TXT"] = {policy + " -all"};
  CHECK(spf(records).faults.empty());
  records["exemple.test TXT"] = {policy + " mx -all"};
  records["exemple.test MX"] = {"10 m.exemple.test"};
  const auto eleven = spf(records);
  CHECK(eleven.lookups == 11);
  CHECK(eleven.faults == Words{"too-many-lookups"});
}

TEST_CASE("SPF: two void lookups are allowed, three are not", "[exposure][mail]") {
  CHECK(spf({{"exemple.test TXT", {"v=spf1 a:x.test a:y.test -all"}}}).faults.empty());
  CHECK(spf({{"exemple.test TXT", {"v=spf1 a:x.test a:y.test a:z.test -all"}}}).faults == Words{"too-many-voids"});
  SECTION("a lookup that nobody answered is no void one") {
    const auto one = spf({{"exemple.test TXT", {"v=spf1 a:x.test a:y.test a:z.test -all"}}, {"z.test A", {"!"}}});
    CHECK(one.faults == Words{"unanswered"});
    CHECK(one.voids == 2);
  }
}

TEST_CASE("SPF: what opens it to all is named", "[exposure][mail]") {
  CHECK(spf({{"exemple.test TXT", {"v=spf1 +all -all"}}}).all == "+all");
  CHECK(spf({{"exemple.test TXT", {"v=spf1 ip4:0.0.0.0/0 -all"}}}).faults == Words{"open-network"});
  CHECK(spf({{"exemple.test TXT", {"v=spf1 include:a.test -all"}}, {"a.test TXT", {"v=spf1 +all"}}}).faults ==
        Words{"open-include"});
  CHECK(spf({{"exemple.test TXT", {"v=spf1 redirect=a.test"}}}).faults == Words{"dead-redirect"});
  for (const auto* term : {"ip4:300.1.2.3", "ip4:192.0.2.0/99", "ip6:zz", "ip4:2001:db8::1", "-redirect=a.test"}) {
    const auto faults = spf({{"exemple.test TXT", {std::string("v=spf1 ") + term + " -all"}}}).faults;
    CHECK(std::count(faults.begin(), faults.end(), "syntax") == 1);
  }
  CHECK(spf({{"exemple.test TXT", {"v=spf1 ip4:192.0.2.7/24 -all"}}}).faults.empty());
}

TEST_CASE("SPF: what is wrong is named", "[exposure][mail]") {
  CHECK(spf({{"exemple.test TXT", {"v=spf1 ptr -all"}}}).faults == Words{"ptr"});
  CHECK(spf({{"exemple.test TXT", {"v=spf1 include:nulle.test -all"}}}).faults == Words{"dead-include"});
  CHECK(spf({{"exemple.test TXT", {"v=spf1 include:exemple.test -all"}}}).faults == Words{"loop"});
  CHECK(spf({{"exemple.test TXT", {"v=spf1 ipv4:192.0.2.1 -all"}}}).faults == Words{"syntax"});
  CHECK(spf({{"exemple.test TXT", {"v=spf1 -all ip4:192.0.2.1"}}}).faults == Words{"terms-after-all"});
  CHECK(spf({{"exemple.test TXT", {"v=spf1 redirect=a.test -all"}}}).faults == Words{"redirect-beside-all"});
  CHECK(spf({{"exemple.test TXT", {"v=spf1 " + std::string(460, ' ') + "-all"}}}).faults == Words{"record-too-long"});
  SECTION("a redirect gives its own all") {
    const auto one =
        spf({{"exemple.test TXT", {"v=spf1 redirect=a.test"}}, {"a.test TXT", {"v=spf1 ip4:192.0.2.1 ~all"}}});
    CHECK(one.all == "~all");
    CHECK(one.faults.empty());
  }
  SECTION("a tree of includes that never ends is cut") {
    const MailZone endless;
    const auto answers = [](const std::string& name, const std::string&) -> Answer {
      return {Found::records, {"v=spf1 include:a." + name.substr(0, 60) + " include:b." + name.substr(0, 60)}};
    };
    CHECK(read_spf("exemple.test", answers).lookups <= 40);
  }
}

TEST_CASE("DKIM: a key, its size, a revoked one, none", "[exposure][mail]") {
  const std::string rsa1024 =
      "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/"
      "zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uB"
      "Itlp9/h7tkOKq2A8jJqGQK9w6jYlTeOLhq6ZTHLdSZlIsM0j1rjSKGQb8KLJOPUqqqCAcO7aNzxPlLmIDTNqOKLAQIDAQAB";
  const auto read = [](const std::string& text) {
    const MailZone zone{{{"s._domainkey.exemple.test TXT", {text}}}};
    return read_dkim("exemple.test", "s", zone.lookup());
  };
  CHECK(read("v=DKIM1; k=rsa; p=").revoked);
  CHECK(read("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=").bits == 256);
  CHECK(read("v=DKIM1; t=y; p=" + rsa1024).testing);
  CHECK(read("v=DKIM1; p=!!!").bits == 0);
  CHECK(read("hello").found.outcome == Outcome::absent);
  const MailZone nothing;
  CHECK(read_dkim("exemple.test", "s", nothing.lookup()).found.outcome == Outcome::absent);
}

TEST_CASE("MTA-STS: record and policy", "[exposure][mail]") {
  const MailZone zone{{{"_mta-sts.exemple.test TXT", {"v=STSv1; id=1"}}, {"_smtp._tls.exemple.test TXT", {"!"}}}};
  CHECK(read_mta_sts_record("exemple.test", zone.lookup()).present());
  CHECK(read_tls_reporting("exemple.test", zone.lookup()).outcome == Outcome::unknown);
  const MailZone bare{{{"_mta-sts.exemple.test TXT", {"v=STSv1"}}, {"_smtp._tls.exemple.test TXT", {"v=TLSRPTv1"}}}};
  CHECK(read_mta_sts_record("exemple.test", bare.lookup()).outcome == Outcome::absent);
  CHECK(read_tls_reporting("exemple.test", bare.lookup()).outcome == Outcome::absent);
  const std::string sound = "version: STSv1\r\nmode: enforce\r\nmx: *.exemple.test\r\nmax_age: 86400\r\n";
  CHECK(read_sts_policy(sound, {"mail.exemple.test"}).faults.empty());
  CHECK(read_sts_policy(sound, {"a.mail.exemple.test"}).faults == Words{"exchanger-missing"});
  CHECK(read_sts_policy("version: STSv1\nmode: enforce\nmx: a.test\nmax_age: 86399\n", {}).faults ==
        Words{"short-age"});
  CHECK(read_sts_policy("version: STSv1\nmode: strict\nmx: a.test\nmax_age: 99999999999\n", {}).faults ==
        Words{"bad-age", "bad-mode"});
  CHECK(read_sts_policy("<html>", {}).faults == Words{"bad-age", "bad-mode", "no-exchanger", "syntax"});
}

namespace {

/// Holds the dialogue with a server that answers by this rule, and gives what was said.
Said relay(const std::function<std::string(const std::string&)>& server) {
  const auto dialogue = make_relay("exemple.test");
  std::string answer = "220 mail.exemple.test ESMTP\r\n";
  for (int turn = 0; turn < 40; ++turn) {
    const auto step = dialogue->hear(net::as_bytes(answer));
    if (step.kind == Step::Kind::done) return step.service.said;
    if (step.kind != Step::Kind::say) break;
    const std::string said(net::as_text(step.bytes));
    REQUIRE(said.find("DATA") == std::string::npos);
    answer = server(said);
  }
  return dialogue->end().service.said;
}

}  // namespace

TEST_CASE("an open relay is one that takes a stranger's mail for a stranger, in any of four forms",
          "[exposure][mail]") {
  const auto closed = [](const std::string& said) {
    return std::string(said.starts_with("RCPT") ? "554 5.7.1 Relay access denied\r\n" : "250 ok\r\n");
  };
  CHECK(relay(closed).at("relay") == "refused");
  CHECK(relay([](const std::string&) { return std::string("250 ok\r\n"); }).at("form") == "stranger to stranger");
  CHECK(relay([&](const std::string& said) {
          return said.find("@exemple.test:") != std::string::npos ? std::string("250 ok\r\n") : closed(said);
        }).at("form") == "source route");
  CHECK(relay([](const std::string& said) {
          return std::string(said.starts_with("RCPT") ? "450 later\r\n" : "250 ok\r\n");
        }).at("relay") == "unknown");
  CHECK(relay([](const std::string&) { return std::string("421 too busy\r\n"); }).at("relay") == "unknown");
}
