// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/sddl.hpp"

#include "tests/support/hostile.hpp"

#include <catch2/catch.hpp>

using namespace hygie::directory;

namespace {
const Sid domain = Sid::from_text("S-1-5-21-1000-2000-3000").value();
const Sid forest_root = Sid::from_text("S-1-5-21-1-2-3").value();

std::string again(std::string_view text) {
  SidTable sids;
  const auto descriptor = read_sddl(text, sids, domain, forest_root);
  return descriptor ? to_sddl(*descriptor, sids, domain, forest_root) : "refused";
}
}  // namespace

TEST_CASE("SDDL is written as it was read") {
  for (const auto* text :
       {"O:DAG:DUD:PAI(A;;RPWPCR;;;AU)(D;CI;WDWO;;;WD)", "D:", "D:NO_ACCESS_CONTROL",
        "D:P(OA;CIIO;RPWP;bf9679c0-0de6-11d0-a285-00aa003049e2;bf967aba-0de6-11d0-a285-00aa003049e2;S-1-5-21-9-9-9-"
        "1104)",
        "O:EAG:SAD:AR(A;OICINPIOID;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;S-1-15-2-1)", "D:(A;;RP;;;SY)(A;;RP;;;S-1-5-32-999)"})
    CHECK(again(text) == text);
}

TEST_CASE("aliases stand for the SIDs that the domain and the forest give them") {
  SidTable sids;
  const auto descriptor =
      read_sddl("O:DAG:EAD:(A;;GA;;;BA)(A;;0x20094;;;ED)(A;;131220;;;WD)", sids, domain, forest_root);
  REQUIRE(descriptor);
  CHECK(sids.at(descriptor->owner).to_string() == "S-1-5-21-1000-2000-3000-512");
  CHECK(sids.at(descriptor->group).to_string() == "S-1-5-21-1-2-3-519");
  CHECK(sids.at(descriptor->aces[0].trustee).to_string() == "S-1-5-32-544");
  CHECK(descriptor->aces[0].mask == 0xF01FF);
  CHECK(descriptor->aces[0].generic_bits);
  CHECK(sids.at(descriptor->aces[1].trustee).to_string() == "S-1-5-9");
  CHECK(descriptor->aces[1].mask == descriptor->aces[2].mask);
  CHECK(sids.at(descriptor->aces[2].trustee).to_string() == "S-1-1-0");
}

TEST_CASE("conditions are stepped over, audit entries left out") {
  SidTable sids;
  const auto descriptor =
      read_sddl(R"s(D:(XA;;RP;;;AU;(@User.a == "(b)" && (Member_of {SID(BA)})))(XD;;WP;;;AU;(a))S:(AU;SA;GA;;;WD))s",
                sids, domain, forest_root);
  REQUIRE(descriptor);
  REQUIRE(descriptor->aces.size() == 2);
  CHECK(descriptor->aces[0].type == Ace::Type::allow);
  CHECK(descriptor->aces[1].type == Ace::Type::other);
}

TEST_CASE("what is no SDDL is refused") {
  for (const auto* text :
       {"x", "O:", "O:ZZ", "D:(A;;RP;;;AU", "D:(A;;RP;;;)", "D:(A;;QQ;;;AU)", "D:(B;;RP;;;AU)", "D:(A;XX;RP;;;AU)",
        "D:(OA;;RP;bf9679c0;;AU)", "D:(A;;0xzz;;;AU)", "O:S-1-x", "D:(A;;RP;;;AUAU)"})
    CHECK(again(text) == "refused");
}

TEST_CASE("cut and altered SDDL never crashes") {
  constexpr std::string_view whole =
      R"s(O:DAG:S-1-5-21-1-2-3-4D:PAI(OA;CIIO;RPWP;bf9679c0-0de6-11d0-a285-00aa003049e2;;AU)(XA;;RP;;;AU;(@User.a == "b")))s";
  hygie::test::every_truncation(whole, [](const std::string& text) { (void)again(text); });
  hygie::test::random_mutations(whole, [](const std::string& text) { (void)again(text); });
}
