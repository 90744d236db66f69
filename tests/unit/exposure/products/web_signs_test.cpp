// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/products/web_signs.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using exposure::WebAnswer;
using exposure::WebSigns;

namespace {

std::string one(std::string_view sign) { return "hygie: 1\nsigns:\n  - " + std::string(sign) + "\n"; }

}  // namespace

TEST_CASE("our own web signs are found in their examples", "[exposure][web]") {
  const auto signs = WebSigns::parse(WebSigns::built_in_text(), "data/web_signs.yaml");
  INFO((signs ? "" : signs.error().where + ": " + signs.error().what));
  REQUIRE(signs);
  CHECK(signs->all().size() > 100);
  CHECK(WebSigns::built_in().all().size() == signs->all().size());
}

TEST_CASE("an ordinary page, an error page and an empty one carry no sign", "[exposure][web]") {
  const std::vector<WebAnswer> plain{
      {200, {{"server", "nginx"}, {"content-type", "text/html"}}, "<title>Centre hospitalier</title><p>Bienvenue</p>"},
      {200, {{"content-type", "text/html"}}, "<title>Login</title><form><input name=user><input type=password></form>"},
      {404, {{"server", "Apache/2.4.57"}}, "<title>404 Not Found</title><h1>Not Found</h1>"},
      {401, {{"www-authenticate", "Basic realm=\"site\""}}, "Unauthorized"},
      {302, {{"location", "/login"}}, ""},
      {200, {{"content-type", "application/json"}}, "{\"status\":\"success\",\"version\":\"1.2\"}"},
      {200, {}, ""}};
  for (const auto& sign : WebSigns::built_in().all())
    for (const auto& answer : plain) {
      INFO(sign.name << " in " << answer.body);
      CHECK_FALSE(sign.holds(answer));
    }
}

TEST_CASE("what is read of a sign becomes its product, and no more is kept", "[exposure][web]") {
  const WebAnswer patients{200, {}, R"({"resourceType":"Bundle","total":42,"entry":[{"name":"SECRET"}]})"};
  const WebAnswer etcd{200, {}, R"({"etcdserver":"3.4.23","etcdcluster":"3.4.0"})"};
  for (const auto& sign : WebSigns::built_in().all()) {
    if (sign.name == "fhir-patients") {
      REQUIRE(sign.holds(patients));
      const auto found = sign.sign("/fhir/Patient", patients);
      CHECK(found.said == std::vector<std::pair<std::string, std::string>>{{"access", "open"}, {"total", "42"}});
      CHECK(found.proof.find("SECRET") == std::string::npos);
    }
    if (sign.name != "etcd") continue;
    const auto product = sign.product_of(sign.sign("/version", etcd)).value();
    CHECK(product.version == "3.4.23");
    CHECK(product.cpe == "cpe:2.3:a:etcd:etcd:3.4.23:*:*:*:*:*:*:*");
  }
}

TEST_CASE("DICOMweb counts its answers, and an object is no list", "[exposure][web]") {
  WebAnswer answer{200, {{"content-type", "application/dicom+json"}}, R"([{"00080005":{"vr":"CS"}}])"};
  for (const auto& sign : WebSigns::built_in().all()) {
    if (sign.name != "dicomweb") continue;
    REQUIRE(sign.holds(answer));
    CHECK(sign.sign("/", answer).said.back() == std::pair<std::string, std::string>{"entries", "1"});
    answer.body = R"({"error":"no"})";
    CHECK_FALSE(sign.holds(answer));
    answer.body = "[1,";
    CHECK_FALSE(sign.holds(answer));
  }
}

TEST_CASE("a port is asked what concerns it, each question once", "[exposure][web]") {
  const auto has = [](std::uint16_t port, std::string_view path) {
    const auto all = WebSigns::built_in().questions(port);
    return std::count_if(all.begin(), all.end(), [&](const auto& question) { return question.path == path; });
  };
  CHECK(has(2375, "/version") == 1);
  CHECK(has(80, "/version") == 0);
  CHECK(has(80, "/.git/HEAD") == 1);
}

TEST_CASE("a file of web signs that cannot be trusted is refused with its place", "[exposure][web]") {
  const auto good = "{name: a, kind: admin, marks: [{title: x}, {body: y}], seen: {body: '<title>x</title> y'}}";
  CHECK(WebSigns::parse(one(good), "f.yaml"));
  for (const auto* wrong :
       {"{name: a, kind: other, marks: [{title: x}, {body: y}], seen: {body: '<title>x</title> y'}}",
        "{name: a, kind: admin, marks: [{title: x}, {body: y}], seen: {body: y}}",
        "{name: a, kind: admin, marks: [{title: x}, {body: y}]}",
        "{name: a, kind: admin, marks: [{body: y}, {status: 200}], seen: {body: y}}",
        "{name: a, kind: admin, marks: [{title: x}, {body: '('}], seen: {body: y}}",
        "{name: a, kind: admin, path: nope, marks: [{title: x}, {body: y}], seen: {body: '<title>x</title> y'}}",
        "{name: a, kind: admin, path: /, post: form, marks: [{title: x}, {body: y}], seen: {body: '<title>x</title> "
        "y'}}",
        "{name: a, kind: admin, marks: [{title: x}, {body: y}], seen: {body: '<title>x</title> y', version: 1}}",
        "{name: a, kind: admin, surprise: 1, marks: [{title: x}, {body: y}], seen: {body: '<title>x</title> y'}}",
        "text"}) {
    INFO(wrong);
    const auto read = WebSigns::parse(one(wrong), "f.yaml");
    REQUIRE_FALSE(read);
    CHECK(read.error().where.starts_with("f.yaml:3:"));
  }
  CHECK_FALSE(WebSigns::parse("hygie: 2\nsigns: []\n", "f.yaml"));
  CHECK_FALSE(WebSigns::parse("hygie: 1\n", "f.yaml"));
}
