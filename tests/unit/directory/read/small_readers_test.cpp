// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/dn_values.hpp"
#include "audits/directory/read/dns_property.hpp"
#include "audits/directory/read/key_credential.hpp"
#include "audits/directory/read/replication_metadata.hpp"
#include "tests/support/hostile.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace hygie::directory;
using hygie::test::from_hex;
using std::chrono::sys_days;
using std::chrono::year;

TEST_CASE("DNS properties: the update policy and the zone type in one or four bytes") {
  const auto read = [](std::string_view hex) { return read_dns_property(as_bytes(from_hex(hex))); };
  const auto four = read(
      "0400000001000000000000000100000002000000"
      "02000000"
      "00000000");
  REQUIRE(four);
  CHECK(four->id == DnsProperty::allow_update);
  CHECK(four->number == 2U);
  CHECK(read("0100000001000000000000000100000002000000"
             "01"
             "00000000")
            ->number == 1U);
  CHECK(read("0800000001000000000000000100000008000000"
             "0102030405060708"
             "00000000")
            ->number == std::nullopt);
  CHECK_FALSE(read("0000000001000000000000000100000002000000"));  // an update policy without data
  CHECK_FALSE(
      read("ffffffff01000000000000000100000008000000"
           "0102030405"));  // longer than the bytes
}

TEST_CASE("names of values, plain or extended") {
  CHECK(plain_dn("CN=a,DC=b") == "CN=a,DC=b");
  CHECK(plain_dn("<GUID=00>;<SID=01>;CN=a,DC=b") == "CN=a,DC=b");
  CHECK(plain_dn("<GUID=00>").empty());
  CHECK(plain_dn("<GUID=00").empty());
  const auto both = read_dn_binary("B:4:00ff:<GUID=1>;CN=a");
  REQUIRE(both);
  CHECK(both->hex == "00ff");
  CHECK(both->dn == "CN=a");
  for (const auto* text : {"", "B:", "B:x:", "B:3:abc:CN=a", "B:4:abc", "B:4:abcd", "B:4:abcde:CN=a", "S:4:abcd:CN=a",
                           "B:99999999999999999999:ab:CN=a", "B:18446744073709551614:ab:CN=a"})
    CHECK_FALSE(read_dn_binary(text));
}

namespace {
// Version 2; usage NGC, source AD, a device, created on 2026-01-01.
const std::string blob =
    "00020000"
    "010004"
    "01"
    "010005"
    "00"
    "100006"
    "000102030405060708090a0b0c0d0e0f"
    "080009"
    "00803cd0b17adc01";
std::string value_of(std::string_view hex) { return fmt::format("B:{}:{}:CN=a,DC=hopital,DC=test", hex.size(), hex); }

std::string metadata(std::uint32_t attribute, std::uint64_t seconds) {
  std::string out = from_hex("01000000000000000100000000000000");
  const auto put = [&](std::uint64_t value, unsigned bytes) {
    for (unsigned i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
  };
  put(attribute, 4);
  put(3, 4);
  put(seconds, 8);
  out += std::string(16, 'x');
  put(7, 8);
  put(7, 8);
  return out;
}
}  // namespace

TEST_CASE("key credentials") {
  const auto key = read_key_credential(value_of(blob));
  CHECK_FALSE(key.malformed);
  CHECK(key.usage == 1);
  CHECK(key.source == 0);
  CHECK(key.device.bytes[15] == 15);
  REQUIRE(key.created);
  CHECK(sys_days{std::chrono::floor<std::chrono::days>(*key.created)} == sys_days{year{2026} / 1 / 1});
  for (const auto* hex : {"", "00010000", "00020000ff", "000200000500040102", "0002000001000601"})
    CHECK(read_key_credential(value_of(hex)).malformed);
  CHECK(read_key_credential("CN=a").malformed);
}

TEST_CASE("the last change of an attribute") {
  bool malformed = false;
  constexpr std::uint64_t seconds = 11644473600U + 1767225600U;  // 2026-01-01
  const auto raw = metadata(attribute_id::unicode_pwd, seconds);
  const auto at = last_change(as_bytes(raw), attribute_id::unicode_pwd, malformed);
  REQUIRE(at);
  CHECK(sys_days{std::chrono::floor<std::chrono::days>(*at)} == sys_days{year{2026} / 1 / 1});
  CHECK_FALSE(last_change(as_bytes(raw), attribute_id::dsa_signature, malformed));
  CHECK_FALSE(last_change(as_bytes(metadata(attribute_id::unicode_pwd, ~0ULL)), attribute_id::unicode_pwd, malformed));
  CHECK_FALSE(malformed);
  auto other_version = raw;
  other_version[0] = 2;
  CHECK_FALSE(last_change(as_bytes(other_version), attribute_id::unicode_pwd, malformed));
  CHECK(malformed);
}

TEST_CASE("cut and altered small values never crash") {
  const auto property = from_hex("040000000100000000000000010000000200000002000000");
  const auto changes = metadata(attribute_id::unicode_pwd, 5);
  hygie::test::every_truncation(property,
                                [](const std::string& cut) { CHECK_FALSE(read_dns_property(as_bytes(cut))); });
  hygie::test::random_mutations(property,
                                [](const std::string& altered) { (void)read_dns_property(as_bytes(altered)); });
  hygie::test::every_truncation(value_of(blob), [](const std::string& cut) { (void)read_key_credential(cut); });
  hygie::test::random_mutations(value_of(blob), [](const std::string& altered) { (void)read_key_credential(altered); });
  const auto read = [](const std::string& raw) {
    bool malformed = false;
    (void)last_change(as_bytes(raw), attribute_id::unicode_pwd, malformed);
    return malformed;
  };
  hygie::test::every_truncation(changes, [&](const std::string& cut) { CHECK(read(cut)); });
  hygie::test::random_mutations(changes, [&](const std::string& altered) { (void)read(altered); });
}
