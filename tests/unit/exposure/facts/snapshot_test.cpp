// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/snapshot.hpp"

#include "tests/support/exposure.hpp"

#include <catch2/catch.hpp>

using namespace hygie;

TEST_CASE("facts come back from a snapshot, byte for byte", "[exposure]") {
  auto facts = test::sound_exposure();
  auto& service = test::add_service(facts, "rdp", 3389);
  service.said["security"] = "nla";
  service.identified = {net::Outcome::unknown, "timeout"};
  facts.not_asked.push_back(exposure::Part::mail);
  test::lose(facts, exposure::Part::dns);
  const auto bytes = exposure::write_snapshot(facts);
  const auto back = exposure::read_snapshot(bytes);
  REQUIRE(back);
  CHECK(exposure::write_snapshot(*back) == bytes);
  CHECK(back->services.back().word("security") == "nla");
  CHECK(back->services.back().identified.reason == "timeout");
  CHECK_FALSE(back->asked(exposure::Part::mail));
  CHECK(back->missing(exposure::Part::dns));
  CHECK(back->collected_at == facts.collected_at);
}

TEST_CASE("a snapshot that was touched is refused", "[exposure]") {
  auto bytes = exposure::write_snapshot(test::sound_exposure());
  CHECK(exposure::read_snapshot("HYGIEDIR").error().code == core::ErrorCode::integrity);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  CHECK(exposure::read_snapshot(bytes).error().code == core::ErrorCode::integrity);
}
