// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/snapshot.hpp"

#include "core/store/snapshot_file.hpp"
#include "tests/support/exposure.hpp"

#include <array>
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

TEST_CASE("how far an audit came is in its snapshot; a snapshot without it has nothing to take up",
          "[exposure][resume]") {
  auto facts = test::sound_exposure();
  CHECK(exposure::read_snapshot(exposure::write_snapshot(facts))->unfinished.asked_sha256.empty());
  facts.origin.resumes = {"20261125-0123456789ab"};
  facts.unfinished = {.establishment = "750000002", .asked_sha256 = "abc", .steps = {"gather", "names"}, .ports = {}};
  facts.unfinished.ports.push_back({.address = "192.0.2.1",
                                    .tcp = {{"closed/refused", "1-21,23-65535"}, {"open/accepted", "22"}},
                                    .udp = "53,161",
                                    .microseconds = 90,
                                    .limits_answers = true,
                                    .decoys_asked = 20,
                                    .decoys_open = 1});
  const auto bytes = exposure::write_snapshot(facts);
  const auto back = exposure::read_snapshot(bytes);
  REQUIRE(back);
  CHECK(exposure::write_snapshot(*back) == bytes);
  CHECK(back->origin.resumes == facts.origin.resumes);
  CHECK(back->unfinished.steps == facts.unfinished.steps);
  REQUIRE(back->unfinished.ports.size() == 1);
  CHECK(back->unfinished.ports[0].tcp.at("closed/refused") == "1-21,23-65535");
  CHECK(back->unfinished.ports[0].udp == "53,161");
  CHECK(back->unfinished.ports[0].decoys_asked == 20);
  // as it was before the field was there
  const core::SnapshotKind kind{"HYGIEEXP", 1, ""};
  const std::string_view text = R"({"origin":{"establishment":"CH Exemple"},"collected_at":1,"hosts":[]})";
  const auto older = exposure::read_snapshot(core::pack_snapshot(kind, std::array<std::string_view, 1>{text}));
  REQUIRE(older);
  CHECK(older->origin.establishment == "CH Exemple");
  CHECK(older->unfinished.asked_sha256.empty());
  CHECK(older->unfinished.steps.empty());
}
