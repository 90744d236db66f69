// SPDX-License-Identifier: EUPL-1.2
#include "net/gate/gate.hpp"

#include "tests/support/scopes.hpp"

#include <sys/socket.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace hygie;
using net::Gate;
using net::Standing;

namespace {

net::Scope scope() { return test::exposure_scope({"192.0.2.0/24", "2001:db8::/64"}, {"192.0.2.9"}); }

Gate::Rules rules() {
  Gate::Rules rules;
  rules.pace.rate = 1000;
  rules.resolver = [](const std::string& host) -> core::Result<std::vector<std::string>> {
    if (host == "www.exemple.test") return std::vector<std::string>{"192.0.2.7"};
    if (host == "cdn.exemple.test") return std::vector<std::string>{"192.0.2.7", "198.51.100.1"};
    if (host == "old.exemple.test") return std::vector<std::string>{"192.0.2.9"};
    if (host == "cloud.exemple.test") return std::vector<std::string>{"192.0.2.130"};
    return core::failure(core::ErrorCode::network, "no such name", host);
  };
  rules.without_consent = {net::parse_network("192.0.2.128/25").value()};
  rules.guard = net::Guard::make({{.network = net::parse_network("192.0.2.30").value(),
                                   .manner = net::Manner::do_not_touch,
                                   .reason = "its maker forbids it",
                                   .owner = "biomedical department"}})
                    .value();
  return rules;
}

}  // namespace

TEST_CASE("the gate says where each name stands", "[net][gate]") {
  net::ActionLog log;
  Gate gate(scope(), rules(), log, {});
  CHECK(gate.standing_of("www.exemple.test").standing == Standing::in_scope);
  CHECK(gate.standing_of("www.exemple.test").addresses == std::vector<std::string>{"192.0.2.7"});
  CHECK(gate.standing_of("www.ailleurs.test").standing == Standing::out_of_scope);
  CHECK(gate.standing_of("nowhere.exemple.test").standing == Standing::unresolved);
  CHECK(gate.standing_of("cloud.exemple.test").standing == Standing::no_consent);
  CHECK(gate.standing_of("old.exemple.test").standing == Standing::excluded);
  SECTION("one address outside is enough to leave the name alone") {
    CHECK(gate.standing_of("cdn.exemple.test").standing == Standing::out_of_scope);
    CHECK_FALSE(gate.pin("cdn.exemple.test", 443));
  }
}

TEST_CASE("the gate gives no address that may not be contacted", "[net][gate]") {
  net::ActionLog log;
  Gate gate(scope(), rules(), log, {});
  CHECK(gate.pin_address("192.0.2.7", 443, "www.exemple.test")->host == "www.exemple.test");
  CHECK(gate.pin_address("2001:db8::7", 443)->family == AF_INET6);
  for (const auto* address : {"192.0.2.9", "198.51.100.1", "192.0.2.130", "192.0.2.30", "::ffff:192.0.2.9"})
    CHECK_FALSE(gate.pin_address(address, 443));
  SECTION("a printer gets a connection, and no byte") {
    CHECK_FALSE(gate.pin_address("192.0.2.7", 9100));
    CHECK(gate.pin_address("192.0.2.7", 9100, {}, false));
  }
}

TEST_CASE("the gate paces each address and all of them", "[net][gate]") {
  net::ActionLog log;
  auto limits = rules();
  limits.pace.rate = 200;
  Gate gate(scope(), limits, log, {});
  const auto begun = std::chrono::steady_clock::now();
  for (int i = 0; i < 5; ++i) CHECK(gate.turn("192.0.2.7"));  // a tenth of 200 a second: 50 ms apart
  CHECK(std::chrono::steady_clock::now() - begun >= std::chrono::milliseconds{195});
}

TEST_CASE("a stop file ends everything", "[net][gate]") {
  const auto path = std::filesystem::temp_directory_path() / "hygie-gate-test.stop";
  std::filesystem::remove(path);
  net::ActionLog log;
  auto stopping = rules();
  stopping.stop_file = path.string();
  Gate gate(scope(), stopping, log, {});
  CHECK(gate.turn("192.0.2.7"));
  std::ofstream(path) << "stop";
  std::this_thread::sleep_for(std::chrono::milliseconds{250});
  CHECK_FALSE(gate.turn("192.0.2.7"));
  CHECK(gate.ended());
  std::filesystem::remove(path);
}
