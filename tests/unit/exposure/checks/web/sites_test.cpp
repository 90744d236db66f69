// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/exposure.hpp"
#include "tests/support/sound_web.hpp"

#include <catch2/catch.hpp>
#include <functional>

using namespace hygie;
using core::Verdict;
using exposure::Site;
using net::Outcome;

namespace {

using Change = std::function<void(Site&)>;

exposure::ExposureFacts with(const Change& change) {
  auto facts = test::sound_exposure();
  facts.sites = {test::sound_site()};
  change(facts.sites[0]);
  return facts;
}

void as_http(Site& site) {
  site.url = "http://www.exemple.test/";
  site.tls = false;
}

void set_header(Site& site, std::string_view name, std::string_view value) {
  std::erase_if(site.headers, [&](const auto& one) { return one.first == name; });
  if (!value.empty()) site.headers.emplace_back(name, value);
}

struct Row {
  std::string_view check;
  Change bad, good;
};

std::vector<Row> rows() {
  using O = net::Observation;
  const O present{Outcome::present, {}}, absent{Outcome::absent, {}};
  const auto header = [](std::string_view name, std::string_view value) {
    return [=](Site& site) { set_header(site, name, value); };
  };
  const auto cookie = [](exposure::Cookie one) { return [=](Site& site) { site.cookies = {one}; }; };
  const auto fact = [](O Site::*which, O value) { return [=](Site& site) { site.*which = value; }; };
  const auto clear = [](std::string_view end, bool form) {
    return [=](Site& site) {
      as_http(site);
      site.redirect_end = end;
      site.login_form = form;
    };
  };
  return {
      {"EXP-WEB-CLEAR", clear("", false), clear("https", false)},
      {"EXP-WEB-CLEAR", clear("http", false), clear("out-of-scope", false)},
      {"EXP-WEB-LOGIN-CLEAR", clear("", true), clear("", false)},
      {"EXP-WEB-LOGIN-CLEAR", [](Site& site) { as_http(site), set_header(site, "www-authenticate", "Basic realm=x"); },
       [](Site& site) { as_http(site), set_header(site, "www-authenticate", "Negotiate"); }},
      {"EXP-WEB-REDIRECT", [](Site& site) { site.redirects = {"/a"}, site.redirect_end = "loop"; },
       [](Site& site) { site.redirects = {"/a"}, site.redirect_end = "https"; }},
      {"EXP-WEB-REDIRECT", [](Site& site) { site.redirects = {"/a"}, site.redirect_end = "http"; },
       [](Site& site) { site.redirects = {"/a"}, site.redirect_end = "out-of-scope"; }},
      {"EXP-WEB-HSTS", [](Site& site) { site.hsts = "max-age=15767999"; },
       [](Site& site) { site.hsts = "max-age=15768000"; }},
      {"EXP-WEB-HSTS", [](Site& site) { site.hsts = ""; }, [](Site&) {}},
      {"EXP-WEB-HSTS", [](Site& site) { site.hsts = "forever"; }, [](Site&) {}},
      {"EXP-WEB-CSP", header("content-security-policy", ""), header("content-security-policy", "default-src 'none'")},
      {"EXP-WEB-CSP-WEAK", header("content-security-policy", "default-src *"),
       header("content-security-policy", "default-src 'none'")},
      {"EXP-WEB-COOKIES", cookie({"lang", false, false, ""}), cookie({"lang", true, false, ""})},
      {"EXP-WEB-COOKIES-SCRIPT", cookie({"sessionid", true, false, "lax"}), cookie({"sessionid", true, true, "lax"})},
      {"EXP-WEB-COOKIES-SAME-SITE", cookie({"sessionid", true, true, ""}), cookie({"sessionid", true, true, "strict"})},
      {"EXP-WEB-FRAMES", header("content-security-policy", "default-src 'self'"),
       header("content-security-policy", "frame-ancestors 'self'")},
      {"EXP-WEB-FRAMES",
       [](Site& site) {
         set_header(site, "content-security-policy", ""), set_header(site, "x-frame-options", "ALLOW-FROM x");
       },
       [](Site& site) {
         set_header(site, "content-security-policy", ""), set_header(site, "x-frame-options", "SameOrigin");
       }},
      {"EXP-WEB-SNIFFING", header("x-content-type-options", "none"), header("x-content-type-options", "NoSniff")},
      {"EXP-WEB-REFERRER", header("referrer-policy", "unsafe-url"), header("referrer-policy", "same-origin")},
      {"EXP-WEB-VERSION", header("server", "nginx/1.22.1"), header("server", "nginx")},
      {"EXP-WEB-VERSION", header("x-powered-by", "PHP/8.2"), header("x-powered-by", "PHP")},
      {"EXP-WEB-TRACE", fact(&Site::trace, present), fact(&Site::trace, absent)},
      {"EXP-WEB-PUT", fact(&Site::put, present), fact(&Site::put, absent)},
      {"EXP-WEB-DAV", fact(&Site::webdav, present), fact(&Site::webdav, absent)},
      {"EXP-WEB-OPEN-PROXY", fact(&Site::proxies, present), fact(&Site::proxies, absent)},
      {"EXP-WEB-CORS", fact(&Site::foreign_origin, present), fact(&Site::foreign_origin, absent)},
      {"EXP-WEB-SECURITY-TXT", fact(&Site::security_txt, absent), fact(&Site::security_txt, present)},
      {"EXP-WEB-SECURITY-TXT", fact(&Site::security_txt, {Outcome::present, "expired"}),
       fact(&Site::security_txt, present)},
  };
}

}  // namespace

TEST_CASE("each fault of a site fails its check, and the mended site passes", "[exposure][web]") {
  for (const auto& row : rows()) {
    INFO(row.check);
    CHECK(test::failures(row.check, with(row.bad)) == 1);
    CHECK(test::verdict(row.check, with(row.good)) == Verdict::pass);
  }
}

TEST_CASE("a site that did not answer is unknown, whatever the check", "[exposure][web]") {
  for (const auto& row : rows()) {
    auto facts = with([&](Site& site) {
      row.bad(site);
      site.answered = {Outcome::unknown, "timeout"};
    });
    INFO(row.check);
    CHECK(test::verdict(row.check, facts) == Verdict::unknown);
  }
}

TEST_CASE("a question that was lost is unknown, and one that was not asked is no matter", "[exposure][web]") {
  for (const auto* check :
       {"EXP-WEB-TRACE", "EXP-WEB-PUT", "EXP-WEB-DAV", "EXP-WEB-OPEN-PROXY", "EXP-WEB-SECURITY-TXT"}) {
    const auto all = [](net::Observation value) {
      return [=](Site& site) { site.trace = site.put = site.webdav = site.proxies = site.security_txt = value; };
    };
    INFO(check);
    CHECK(test::verdict(check, with(all({Outcome::unknown, "timeout"}))) == Verdict::unknown);
    CHECK(test::verdict(check, with(all({}))) == Verdict::not_applicable);
  }
}

TEST_CASE("without any site, checks of sites do not apply", "[exposure][web]") {
  auto facts = test::sound_exposure();
  facts.sites.clear();
  for (const auto* check : {"EXP-WEB-CLEAR", "EXP-WEB-HSTS", "EXP-ADMIN-CONSOLE", "EXP-FHIR-OPEN", "EXP-VPN-GATEWAY"})
    CHECK(test::verdict(check, facts) == Verdict::not_applicable);
}

TEST_CASE("the shortest HSTS is the hospital's to set", "[exposure][web]") {
  const auto facts = with([](Site& site) { site.hsts = "max-age=100"; });
  CHECK(test::verdict("EXP-WEB-HSTS", facts, {{"min_seconds", std::int64_t{100}}}) == Verdict::pass);
  CHECK(test::failure("EXP-WEB-HSTS", facts).evidence.at("state") == "short");
}
