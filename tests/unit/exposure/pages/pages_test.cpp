// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/pages/cookies.hpp"
#include "audits/exposure/pages/html.hpp"
#include "audits/exposure/pages/policies.hpp"
#include "audits/exposure/pages/security_txt.hpp"
#include "audits/exposure/pages/text.hpp"
#include "audits/exposure/pages/url.hpp"

#include <catch2/catch.hpp>

using namespace hygie::exposure;

TEST_CASE("header lines keep their order and their doubles, and what is none is left out", "[exposure][web]") {
  pages::Headers headers;
  CHECK(pages::add_header(headers, "Set-Cookie: a=1\r\n"));
  CHECK(pages::add_header(headers, "Server:nginx\r\n"));
  CHECK(pages::add_header(headers, "set-cookie:  b=2 "));
  CHECK(pages::add_header(headers, "X-Empty:"));
  for (const auto* wrong : {"", ":", "no colon", "a b: c", "HTTP/1.1 200 OK", "\x80: x"})
    CHECK_FALSE(pages::add_header(headers, wrong));
  CHECK(headers == pages::Headers{{"set-cookie", "a=1"}, {"server", "nginx"}, {"set-cookie", "b=2"}, {"x-empty", ""}});
  CHECK(pages::header(headers, "SET-COOKIE") == "a=1");
  CHECK(pages::header(headers, "absent").empty());
  CHECK(pages::has_header(headers, "X-Empty"));
}

TEST_CASE("a shown text is one line, whole characters, and no longer than asked", "[exposure][web]") {
  CHECK(pages::shown(" a\x1b[31m\nb ") == "a [31m b");
  CHECK(pages::shown(std::string(500, 'x'), 10).size() == 10);
  CHECK(pages::shown("aaaé", 4) == "aaa");
}

TEST_CASE("a page says its title, its icon and whether it asks for a password", "[exposure][web]") {
  const auto page = pages::read_html(R"(<!DOCTYPE html><html><head><!-- <title>no</title> -->
    <script>var x = "<title>no</title><input type=password>";</script>
    <TITLE>  Dossier
      patient &amp; soins </TITLE><link rel='shortcut icon' href="/i.png"><meta name=generator content="WordPress 6.2">
    <meta http-equiv="refresh" content="0; URL='/next'"></head><body><form><input name=p TYPE = 'Password' ></form>)");
  CHECK(page.title == "Dossier patient & soins");
  CHECK(page.icon == "/i.png");
  CHECK(page.generator == "WordPress 6.2");
  CHECK(page.refresh == "/next");
  CHECK(page.password);
  CHECK_FALSE(pages::read_html("<input type=text><p>type=\"password\"</p><input data-type=password>").password);
  CHECK_FALSE(pages::read_html("<!-- <input type=password> -->").password);
  CHECK(pages::read_html("<title>left open").title == "left open");
}

TEST_CASE("pages that are broken anywhere end the reading", "[exposure][web]") {
  const std::string whole =
      R"(<title>x</title><link rel="icon" href='a'><input type="password"><script>a</script><!-- c -->)";
  for (std::size_t size = 0; size <= whole.size(); ++size) (void)pages::read_html(whole.substr(0, size));
  CHECK(pages::read_html("<a " + std::string(100000, '=') + "<input type=password>").title.empty());
  CHECK(pages::read_html("<title>" + std::string(100000, 'x')).title.size() == 200);
}

TEST_CASE("a folder's list is known by two marks", "[exposure][web]") {
  CHECK(pages::listing_proof("<html><title>Index of /x</title><h1>Index of /x</h1><a href=\"../\">../</a>") == "nginx");
  CHECK(pages::listing_proof("<title>Index of /x</title><a href=\"/\">Parent Directory</a>") == "Apache");
  CHECK(pages::listing_proof("<title>Index of /x</title> an article about it").empty());
}

TEST_CASE("cookies say what protects them, and their value is not kept", "[exposure][web]") {
  const auto cookie = pages::read_cookie("JSESSIONID=abc=; Path=/; secure; HttpOnly ;SameSite=LAX").value();
  CHECK(cookie.name == "JSESSIONID");
  CHECK(cookie.secure);
  CHECK(cookie.http_only);
  CHECK(cookie.same_site == "lax");
  CHECK_FALSE(cookie.removed);
  const auto bare = pages::read_cookie("a=b; SameSite=other; xsecure").value();
  CHECK_FALSE((bare.secure || bare.http_only));
  CHECK(bare.same_site.empty());
  CHECK(pages::read_cookie("a=; Max-Age=0").value().removed);
  CHECK(pages::read_cookie("a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT").value().removed);
  for (const auto* wrong : {"", ";", "=x", "novalue", "novalue; Secure"}) CHECK_FALSE(pages::read_cookie(wrong));
  CHECK(pages::names_a_session("PHPSESSID"));
  CHECK_FALSE(pages::names_a_session("lang"));
  CHECK_FALSE(pages::names_a_session("csrftoken"));
}

TEST_CASE("a BIG-IP cookie gives the address behind it, and nothing else does", "[exposure][web]") {
  CHECK(pages::pool_member("1677787402.36895.0000") == "10.1.1.100:8080");
  for (const auto* wrong :
       {"", "1.2", "1677787402.36895.0001", "99999999999.1.0000", "1.70000.0000", "a.b.0000", "!encrypted"})
    CHECK_FALSE(pages::pool_member(wrong));
}

TEST_CASE("a content policy is weak by what lets scripts in", "[exposure][web]") {
  using Words = std::vector<std::string>;
  const auto weak = [](std::string_view value) { return pages::weaknesses(pages::read_content_policy(value)); };
  CHECK(weak("default-src 'self'").empty());
  CHECK(weak("script-src 'self' 'unsafe-inline' 'unsafe-eval'; object-src 'none'") ==
        Words{"unsafe-inline", "unsafe-eval"});
  CHECK(weak("default-src *") == Words{"wildcard"});
  CHECK(weak("default-src 'self' http://cdn.example data:") == Words{"data", "http"});
  CHECK(weak("img-src 'self'") == Words{"no-script-src", "no-object-src"});
  CHECK(weak("script-src 'nonce-abc' 'unsafe-inline'; object-src 'none'; base-uri 'none'").empty());
  CHECK(weak("script-src 'nonce-abc'; object-src 'none'") == Words{"no-base-uri"});
  CHECK(weak("default-src 'none'; default-src *").empty());
  CHECK(pages::limits_frames(pages::read_content_policy("frame-ancestors 'self'")));
  CHECK_FALSE(pages::limits_frames(pages::read_content_policy("frame-ancestors *")));
  CHECK_FALSE(pages::limits_frames(pages::read_content_policy("default-src 'none'")));
}

TEST_CASE("a transport policy counts when browsers take it", "[exposure][web]") {
  CHECK(pages::read_transport_policy("max-age=15768000; includeSubDomains; preload")->max_age == 15768000);
  CHECK(pages::read_transport_policy("includesubdomains;Max-Age=\"10\"")->subdomains);
  CHECK(pages::read_transport_policy("max-age=99999999999999999999999")->max_age > 15768000);
  for (const auto* wrong :
       {"", "includeSubDomains", "max-age", "max-age=", "max-age=1x", "max-age=-1", "max-age=1;max-age=2"})
    CHECK_FALSE(pages::read_transport_policy(wrong));
}

TEST_CASE("security.txt holds until it expires", "[exposure][web]") {
  using namespace std::chrono;
  const auto now = hygie::core::Instant{sys_days{year{2026} / 11 / 25}};
  const auto fault = [now](std::string_view text) { return pages::fault_of(pages::read_security_txt(text), now); };
  CHECK(fault("# x\nContact: mailto:rssi@exemple.test\r\nExpires: 2027-01-01T00:00:00.000Z\n").empty());
  CHECK(fault("Contact: https://exemple.test/\nExpires: 2026-11-25T00:00:00z").empty());
  CHECK(fault("Contact: https://exemple.test/\nExpires: 2026-11-24T23:59:59Z") == "expired");
  CHECK(fault("Contact: tel:+33\nExpires: 2026-11-25T00:30:00+01:00") == "expired");
  CHECK(fault("Contact: nobody\nExpires: 2027-01-01T00:00:00Z") == "no-contact");
  CHECK(fault("Contact: mailto:a@exemple.test") == "no-expiry");
  CHECK(fault("Contact: mailto:a@exemple.test\nExpires: soon") == "no-expiry");
  CHECK(fault("Contact: mailto:a@exemple.test\nExpires: 2027-01-01T00:00:00Z\nExpires: 2028-01-01T00:00:00Z") ==
        "several-expiries");
}

TEST_CASE("addresses are taken apart, and dangerous ones refused", "[exposure][web]") {
  const auto url = pages::parse_url("HTTPS://WWW.Exemple.test:8443/a?b#c").value();
  CHECK(url.text() == "https://www.exemple.test:8443/a?b");
  CHECK(pages::parse_url("http://[2001:db8::1]")->authority() == "[2001:db8::1]");
  for (const auto* wrong :
       {"ftp://a/", "https://user:secret@exemple.test/", "http://", "http://a:0/", "http://a:70000/", "http://a b/",
        "http://a\n/", "//a", "javascript:alert(1)", "http://[::1", "http://a:1x/"})
    CHECK_FALSE(pages::parse_url(wrong));
  const auto to = [&url](std::string_view reference) {
    const auto next = pages::follow(url, reference);
    return next ? next->text() : std::string("none");
  };
  CHECK(to("/x") == "https://www.exemple.test:8443/x");
  CHECK(to("x") == "https://www.exemple.test:8443/x");
  CHECK(to("?q=http://z") == "https://www.exemple.test:8443/a?q=http://z");
  CHECK(to("//other.exemple.test/y") == "https://other.exemple.test/y");
  CHECK(to("http://exemple.test") == "http://exemple.test/");
  CHECK(to("file:///etc/passwd") == "none");
  CHECK(to("") == "none");
}
