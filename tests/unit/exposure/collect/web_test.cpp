// SPDX-License-Identifier: EUPL-1.2
// What leaves, and what does not; what sites answer is held by tests/lab/exposure_web.sh.
#include "audits/exposure/collect/web/web.hpp"
#include "audits/exposure/collect/web/posts.hpp"
#include "tests/support/scopes.hpp"

#include <sys/socket.h>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <thread>

using namespace hygie;
using exposure::Gate;

namespace {

net::Scope scope() { return test::exposure_scope({"127.0.0.0/8"}); }

Gate::Rules rules() {
  Gate::Rules rules;
  rules.resolver = [](const std::string&) -> core::Result<std::vector<std::string>> {
    return std::vector<std::string>{"127.0.0.1"};
  };
  return rules;
}

}  // namespace

TEST_CASE("the only posts are two questions, byte for byte", "[exposure][web]") {
  const auto& ipp = exposure::web::post_named("ipp");
  CHECK(ipp.type == "application/ipp");
  CHECK(ipp.body.substr(0, 8) == std::string("\x02\x00\x00\x0b\x00\x00\x00\x01", 8));
  CHECK(ipp.body.find(std::string("\x47\x00\x12"
                                  "attributes-charset\x00\x05utf-8",
                                  28)) == 9);
  CHECK(ipp.body.back() == '\x03');
  CHECK(exposure::web::post_named("wsman").body.find("<w:Identify/>") != std::string::npos);
  CHECK_THROWS_AS(exposure::web::post_named("form"), std::logic_error);
}

TEST_CASE("a page is fetched from the scope alone", "[exposure][web]") {
  exposure::ActionLog log;
  Gate gate(scope(), rules(), log, {});
  CHECK(exposure::fetch_text(gate, "ftp://exemple.test/", 10).error().code == core::ErrorCode::usage);
  CHECK(exposure::fetch_text(gate, "https://nom:secret@exemple.test/", 10).error().code == core::ErrorCode::usage);
  CHECK(exposure::fetch_text(gate, "https://www.ailleurs.test/", 10).error().code == core::ErrorCode::authorisation);
  CHECK(log.lines() == 0);
}

TEST_CASE("when the gate has ended, nothing leaves and every site is unknown", "[exposure][web]") {
  exposure::ActionLog log;
  core::Cancellation stop;
  stop.cancel();
  Gate gate(scope(), rules(), log, {.cancellation = &stop});
  for (int i = 0; i < 200 && !gate.ended(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{10});
  REQUIRE(gate.ended());
  const std::vector<exposure::WebTarget> targets{
      {{.host = "www.exemple.test", .address = "127.0.0.1", .family = AF_INET, .port = 1}, false},
      {{.host = "www.exemple.test", .address = "127.0.0.1", .family = AF_INET, .port = 2}, true}};
  core::NoProgress progress;
  const auto reading = exposure::collect_web(gate, targets, {}, progress);
  CHECK_FALSE(reading.complete);
  REQUIRE(reading.sites.size() == 2);
  for (const auto& site : reading.sites) CHECK(site.answered == net::Observation{net::Outcome::unknown, "ended"});
  CHECK(reading.sites[1].url == "https://www.exemple.test:2/");
  CHECK(reading.sites[1].service == "127.0.0.1:2/tcp");
  CHECK(log.lines() == 0);
}
