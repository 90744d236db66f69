// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/security_descriptor.hpp"

#include "audits/directory/read/sddl.hpp"
#include "tests/support/hostile.hpp"

#include <catch2/catch.hpp>

using namespace hygie::directory;
using hygie::test::from_hex;

namespace {

const Sid domain = Sid::from_text("S-1-5-21-1000-2000-3000").value();

/// Binary forms as Samba's libndr packs them, with the SDDL they were made of.
struct Known {
  std::string_view sddl, hex;
};
const std::vector<Known> known{
    {"O:DAG:DUD:PAI(A;;RPWPCR;;;AU)(D;CI;WDWO;;;WD)",
     "010004941400000030000000000000004c000000010500000000000515000000e8030000d0070000b80b0000000200000105"
     "00000000000515000000e8030000d0070000b80b000001020000040030000200000000001400300100000101000000000005"
     "0b0000000102140000000c00010100000000000100000000"},
    {"O:SYG:BAD:(OA;CIIO;RPWP;bf9679c0-0de6-11d0-a285-00aa003049e2;bf967aba-0de6-11d0-a285-00aa0"
     "03049e2;S-1-5-21-1000-2000-3000-1104)(OD;CIID;CR;00299570-246d-11d0-a768-00aa006e0529;;PS)",
     "0100048014000000200000000000000030000000010100000000000512000000010200000000000520000000200200000400"
     "780002000000050a48003000000003000000c07996bfe60dd011a28500aa003049e2ba7a96bfe60dd011a28500aa003049e2"
     "010500000000000515000000e8030000d0070000b80b000050040000061228000001000001000000709529006d24d011a768"
     "00aa006e052901010000000000050a000000"},
    {"O:EAG:SAD:AI(A;CIID;GA;;;ED)(A;;GR;;;S-1-5-32-560)",
     "010004841400000030000000000000004c000000010500000000000515000000e8030000d0070000b80b0000070200000105"
     "00000000000515000000e8030000d0070000b80b000006020000040034000200000000121400000000100101000000000005"
     "09000000000018000000008001020000000000052000000030020000"},
    {"O:DAG:DAD:",
     "010004801400000030000000000000004c000000010500000000000515000000e8030000d0070000b80b0000000200000105"
     "00000000000515000000e8030000d0070000b80b0000000200000400080000000000"}};

bool same(const SecurityDescriptor& a, const SecurityDescriptor& b) {
  return a.owner == b.owner && a.group == b.group && a.control == b.control && a.null_dacl == b.null_dacl &&
         a.aces == b.aces;
}

/// Header without owner nor group, then one ACE of this type with this body.
std::string with_ace(std::uint8_t type, std::string_view body_hex) {
  const auto body = from_hex(body_hex);
  std::string out = from_hex("0100048000000000000000000000000014000000");
  const auto put16 = [&](std::size_t value) {
    out += static_cast<char>(value & 0xff);
    out += static_cast<char>(value >> 8);
  };
  out += from_hex("0400");
  put16(8 + 4 + body.size());
  put16(1);
  put16(0);
  out += static_cast<char>(type);
  out += '\0';
  put16(4 + body.size());
  return out + body;
}
constexpr std::string_view full_to_users = "ff010f0001010000000000050b000000";

}  // namespace

TEST_CASE("binary descriptors read as their SDDL says") {
  for (const auto& one : known) {
    SidTable sids;
    const auto from_binary = read_security_descriptor(as_bytes(from_hex(one.hex)), sids);
    const auto from_text = read_sddl(one.sddl, sids, domain, domain);
    INFO(one.sddl);
    REQUIRE(from_binary);
    REQUIRE(from_text);
    CHECK(same(*from_binary, *from_text));
  }
}

TEST_CASE("generic bits become the directory's own and are remembered") {
  CHECK(map_generic(0x10000000) == 0xF01FF);
  CHECK(map_generic(0x80000000) == 0x20094);
  CHECK(map_generic(0x40000000) == 0x20028);
  CHECK(map_generic(0x20000000) == 0x20004);
  CHECK(map_generic(0x80000001) == 0x20095);
  SidTable sids;
  const auto descriptor = read_security_descriptor(as_bytes(from_hex(known[2].hex)), sids);
  REQUIRE(descriptor->aces.size() == 2);
  CHECK(descriptor->aces[0].mask == 0xF01FF);
  CHECK(descriptor->aces[0].generic_bits);
  CHECK(descriptor->aces[0].is_inherited());
}

TEST_CASE("no DACL at all is told from an empty one") {
  SidTable sids;
  const auto empty = read_security_descriptor(as_bytes(from_hex(known[3].hex)), sids);
  REQUIRE(empty);
  CHECK_FALSE(empty->null_dacl);
  CHECK(empty->aces.empty());
  for (const auto* hex : {"0100008000000000000000000000000000000000", "0100048000000000000000000000000000000000"}) {
    const auto none = read_security_descriptor(as_bytes(from_hex(hex)), sids);
    REQUIRE(none);
    CHECK(none->null_dacl);
  }
}

TEST_CASE("conditional grants count, conditional denials are set aside, audit entries are left out") {
  SidTable sids;
  const auto read = [&](std::uint8_t type, std::string_view body) {
    const auto descriptor = read_security_descriptor(as_bytes(with_ace(type, body)), sids);
    REQUIRE(descriptor);
    return descriptor->aces;
  };
  const std::string condition = std::string(full_to_users) + "61727478";
  CHECK(read(9, condition).front().type == Ace::Type::allow);
  CHECK(read(10, condition).front().type == Ace::Type::other);
  const std::string object_condition = "ff010f000000000001010000000000050b00000061727478";
  CHECK(read(11, object_condition).front().type == Ace::Type::allow);
  CHECK(read(12, object_condition).front().type == Ace::Type::other);
  for (const int audit : {2, 7, 13, 17}) CHECK(read(static_cast<std::uint8_t>(audit), full_to_users).empty());
}

TEST_CASE("descriptors that contradict themselves are refused") {
  SidTable sids;
  const auto refused = [&](std::string bytes) { return !read_security_descriptor(as_bytes(bytes), sids); };
  const auto good = from_hex(known[0].hex);
  const auto with = [&](std::size_t at, char value) {
    auto copy = good;
    copy[at] = value;
    return copy;
  };
  CHECK(refused({}));
  CHECK(refused(with(0, 2)));              // revision
  CHECK(refused(with(3, 0x14)));           // not self-relative
  CHECK(refused(with(4, 5)));              // the owner within the header
  CHECK(refused(with(7, 1)));              // the owner far beyond the end
  CHECK(refused(with(16, '\xf0')));        // the DACL too
  CHECK(refused(with(0x4c, 9)));           // revision of the DACL
  CHECK(refused(with(0x4c + 3, 1)));       // larger than the bytes
  CHECK(refused(with(0x4c + 4, '\x7f')));  // more entries than fit
  CHECK(refused(with(0x4c + 10, 2)));      // an entry smaller than its header
  CHECK(refused(with_ace(5, "ff010f0001000000")));
}

TEST_CASE("cut and altered descriptors never crash, and are refused when cut") {
  for (const auto& one : known) {
    const auto whole = from_hex(one.hex);
    hygie::test::every_truncation(whole, [](const std::string& cut) {
      SidTable sids;
      CHECK_FALSE(read_security_descriptor(as_bytes(cut), sids));
    });
    hygie::test::random_mutations(whole, [](const std::string& altered) {
      SidTable sids;
      if (const auto descriptor = read_security_descriptor(as_bytes(altered), sids))
        for (const auto& ace : descriptor->aces) CHECK(static_cast<std::size_t>(ace.trustee) < sids.size());
    });
  }
}
