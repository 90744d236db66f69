// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/collect/decode.hpp"

#include <array>
#include <catch2/catch.hpp>

using namespace hygie::directory;

TEST_CASE("ranges of values are recognised", "[directory]") {
  const auto first = parse_range("member;range=0-1499");
  REQUIRE(first);
  CHECK(first->attribute == "member");
  CHECK(first->first == 0);
  CHECK(first->last == 1499U);
  const auto last = parse_range("msDS-RevealedUsers;Range=3000-*");
  REQUIRE(last);
  CHECK(last->attribute == "msDS-RevealedUsers");
  CHECK(last->first == 3000);
  CHECK_FALSE(last->last);
  CHECK(parse_range("member;range=0-9;binary"));
}

TEST_CASE("what is no range, or a false one, is none", "[directory]") {
  for (const auto* name : {"member", "member;", "member;binary", "member;range=", "member;range=-", "member;range=5",
                           "member;range=a-b", "member;range=0-", "member;range=-9", "member;range=10-9",
                           "member;range=0-99999999999999999999999", "member;range=0-*x"}) {
    INFO(name);
    CHECK_FALSE(parse_range(name));
  }
}

TEST_CASE("attributes are found by name without case", "[directory]") {
  const std::array<std::string_view, 2> values{"a", "b"};
  const std::array<RawAttribute, 2> attributes{{{"objectClass", values}, {"empty", {}}}};
  const RawEntry entry{"CN=x", attributes};
  REQUIRE(find_attribute(entry, "OBJECTCLASS") != nullptr);
  CHECK(first_value(entry, "objectclass") == "a");
  CHECK(first_value(entry, "empty").empty());
  CHECK(first_value(entry, "objectClas").empty());
  CHECK(same_text("DC=Exemple,DC=TEST", "dc=exemple,dc=test"));
  CHECK_FALSE(same_text("DC=exemple", "DC=exemples"));
}
