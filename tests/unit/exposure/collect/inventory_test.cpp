// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/inventory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;

namespace {

core::Checked<exposure::Inventory> read(const std::string& text) {
  return exposure::read_inventory(core::parse_yaml("hygie: 1\n" + text, "i.yaml").value());
}

std::string complaint(const std::string& text) {
  const auto inventory = read(text);
  return inventory ? "" : inventory.error().front().where + " " + inventory.error().front().what;
}

}  // namespace

TEST_CASE("an inventory is understood", "[exposure][inventory]") {
  const auto inventory = read(R"(
assets:
  - {id: site, name: WWW.exemple.test, services: ["443/tcp"], owner: DSI, purpose: site public, care: 1, second_factor: false}
  - id: pacs
    addresses: [192.0.2.40]
    owner: imagerie
    purpose: télé-imagerie
    until: 2027-01-01
    health_data: true
    host: {name: Hébergeur, country: FR, hds: {certificate: "HDS 12", until: 2027-03-01, activities: [1, 2]}}
fragile:
  - {network: 192.0.2.30, reason: interdit par le fabricant, owner: service biomédical}
  - {network: 192.0.2.31, ports: "100-110", manner: connect_only, reason: imprime, owner: DSI}
dicom: [{address: 192.0.2.40, port: 104, called: PACS}]
)")
                             .value();
  REQUIRE(inventory.assets.size() == 2);
  CHECK(inventory.assets[0].name == "www.exemple.test");
  CHECK(inventory.assets[0].second_factor == "no");
  CHECK(inventory.assets[1].second_factor.empty());
  CHECK(inventory.assets[1].hds_until.has_value());
  CHECK(inventory.assets[1].where == "i.yaml:5:5");
  CHECK(inventory.fragile[0].manner == net::Manner::do_not_touch);
  CHECK(inventory.fragile[1].last == 110);
  CHECK(inventory.dicom[0].calling == "HYGIE");
  SECTION("a host without a recorded consent is not contacted") {
    REQUIRE(inventory.without_consent.size() == 1);
    CHECK(net::holds(inventory.without_consent[0], "192.0.2.40"));
  }
}

TEST_CASE("what is wrong in an inventory is said with its place", "[exposure][inventory]") {
  CHECK_THAT(complaint("assets: [{id: a, owner: o}]"), Catch::Contains("i.yaml:2:10 the key \"purpose\" is missing"));
  CHECK_THAT(complaint("assets: [{id: a, owner: o, purpose: p}]"), Catch::Contains("neither a name nor an address"));
  CHECK_THAT(
      complaint("assets: [{id: a, name: b.test, owner: o, purpose: p}, {id: a, name: c.test, owner: o, purpose: p}]"),
      Catch::Contains("declared twice"));
  CHECK_THAT(complaint("assets: [{id: a, addresses: [192.0.2.300], owner: o, purpose: p}]"),
             Catch::Contains("is not an address or a network"));
  CHECK_THAT(complaint("assets: []\nfragile: [{network: 192.0.2.1, ports: \"9-5\", reason: r, owner: o}]"),
             Catch::Contains("are not ports"));
  CHECK_THAT(complaint("assets: []\nfragile: [{network: 192.0.2.1, ports: \"70000\", reason: r, owner: o}]"),
             Catch::Contains("are not ports"));
  CHECK_THAT(complaint("assets: [{id: a, name: b.test, owner: o, purpose: p, care: 4}]"), Catch::Contains("too large"));
}

TEST_CASE("a declared network gets the addresses that were seen in it", "[exposure][inventory]") {
  std::vector<exposure::Asset> assets(2);
  assets[0].addresses = {"192.0.2.0/28", "2001:DB8::7"};
  assets[1].addresses = {"192.0.2.66"};
  exposure::place_assets({"192.0.2.7", "192.0.2.66", "2001:db8::7", "192.0.2.7"}, assets);
  CHECK(assets[0].addresses == std::vector<std::string>{"192.0.2.0/28", "2001:DB8::7", "192.0.2.7", "2001:db8::7"});
  CHECK(assets[1].addresses == std::vector<std::string>{"192.0.2.66"});
}
