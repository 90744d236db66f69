// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/hello.hpp"
#include "tests/support/tls_bytes.hpp"

#include <catch2/catch.hpp>

using namespace hygie::net;
using namespace hygie::net::tls;
using hygie::test::hex;

namespace {

HelloSpec plain(std::uint16_t version) {
  HelloSpec spec;
  spec.version = version;
  spec.random.fill(0xab);
  spec.suites = {0x000a, 0xc030};
  return spec;
}

std::string written(const HelloSpec& spec) { return hex(write_client_hello(spec).value()); }
const std::string random_text = [] {
  std::string text;
  for (int i = 0; i < 32; ++i) text += "ab";
  return text;
}();

}  // namespace

TEST_CASE("TLS hello: SSLv3 has no extension and says 00ff") {
  auto spec = plain(ssl3);
  spec.server_name = "www.exemple.test";
  spec.groups = {0x17};
  CHECK(written(spec) ==
        "1603000031"
        "0100002d"
        "0300" +
            random_text +
            "00"
            "0006000ac03000ff"
            "0100");
}

TEST_CASE("TLS hello: TLS 1.2 in a record of TLS 1.0, every extension byte for byte") {
  auto spec = plain(tls12);
  spec.server_name = "a.test";
  spec.groups = {0x001d, 0x0017};
  spec.signature_algorithms = {0x0403};
  spec.alpn = {"h2"};
  spec.status_request = spec.extended_master_secret = spec.heartbeat = true;
  spec.compressions = {1, 0};
  spec.fallback = true;
  const std::string extensions =
      "0000000b0009000006612e74657374"
      "00100005000302"
      "6832"
      "000a00060004001d0017"
      "000b00020100"
      "000d000400020403"
      "ff01000100"
      "000500050100000000"
      "00170000"
      "000f000101";
  const auto bytes = write_client_hello(spec).value();
  const auto text = hex(bytes);
  CHECK(text.substr(0, 6) == "160301");
  CHECK(text.substr(18, 4) == "0303");
  CHECK(text.substr(22 + 64) ==
        "00"
        "0006000ac0305600"
        "020100" +
            hex(Bytes(NetworkWriter().u16(static_cast<unsigned>(extensions.size() / 2)).out())) + extensions);
  CHECK(bytes.size() == 5U + (bytes[3] << 8U | bytes[4]));
  CHECK(bytes.size() == 9U + (bytes[6] << 16U | bytes[7] << 8U | bytes[8]));
}

TEST_CASE("TLS hello: TLS 1.3 is 1.2 with supported_versions, and a share or none") {
  auto spec = plain(tls13);
  spec.suites = {0x1301};
  spec.session_id.assign(32, 0x11);
  spec.key_shares.emplace();
  CHECK(
      written(spec).ends_with("ff01000100"
                              "002b00030203"
                              "04"
                              "003300020000"));
  spec.key_shares = {{0x001d, {1, 2, 3}}};
  CHECK(
      written(spec).ends_with("00330009"
                              "0007001d0003010203"));
  CHECK(written(spec).substr(18, 4) == "0303");
}

TEST_CASE("TLS hello: what cannot be written is an error") {
  auto spec = plain(tls12);
  spec.suites.assign(65, 0x000a);
  CHECK_FALSE(write_client_hello(spec));
  spec.suites.assign(64, 0x000a);
  CHECK(write_client_hello(spec));
  spec.suites.clear();
  CHECK_FALSE(write_client_hello(spec));
  spec = plain(tls12);
  spec.server_name.assign(254, 'a');
  CHECK_FALSE(write_client_hello(spec));
  spec = plain(tls12);
  spec.alpn = {""};
  CHECK_FALSE(write_client_hello(spec));
  spec.alpn = {std::string(256, 'x')};
  CHECK_FALSE(write_client_hello(spec));
  spec = plain(ssl2);
  CHECK_FALSE(write_client_hello(spec));
  spec = plain(tls13);
  spec.key_shares = {{0x001d, Buffer(17000)}};
  CHECK_FALSE(write_client_hello(spec));
}

TEST_CASE("TLS hello: SSLv2") {
  std::array<std::uint8_t, 16> challenge{};
  challenge.fill(0xcd);
  CHECK(hex(write_ssl2_hello(challenge)) ==
        "802e01000200150000001001008002008003008004008005008006004007"
        "00c0"
        "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd");
}
