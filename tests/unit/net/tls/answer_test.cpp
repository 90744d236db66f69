// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/answer.hpp"
#include "net/tls/hello.hpp"
#include "tests/support/tls_bytes.hpp"

#include <catch2/catch.hpp>

using namespace hygie::net;
using namespace hygie::net::tls;
using hygie::test::handshake;
using hygie::test::unhex;

namespace {

const std::string retry = "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";
const std::string random_text(64, '7');

Buffer server_hello(const std::string& rest, const std::string& random = random_text) {
  return unhex("0303" + random + "00" + rest);
}

Flight read(const Buffer& bytes) {
  FlightReader reader;
  reader.feed(bytes);
  return reader.flight();
}

Buffer joined(std::initializer_list<Buffer> parts) {
  Buffer all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

const Buffer dhe_params = unhex("0008 00ffffffffffffff 0001 02 0001 05 0401 0002 aabb");
const Buffer full_flight =
    joined({handshake(2, server_hello("009e00"
                                      "0005 ff01000100")),
            handshake(11, unhex("000008 000001 61 000001 62")), handshake(22, unhex("01 000002 3003")),
            handshake(12, dhe_params), handshake(13, unhex("01020304")), handshake(14, {})});

}  // namespace

TEST_CASE("TLS answer: a whole flight of TLS 1.2") {
  const auto flight = read(full_flight);
  CHECK(flight.broken.empty());
  REQUIRE(flight.hello);
  CHECK(flight.hello->version == tls12);
  CHECK(flight.hello->suite == 0x009e);
  CHECK(flight.hello->has(extension::renegotiation_info));
  CHECK(flight.certificates == std::vector<Buffer>{{0x61}, {0x62}});
  CHECK(flight.ocsp_response == Buffer{0x30, 0x03});
  REQUIRE(flight.key_exchange);
  CHECK(flight.key_exchange->prime_bits == 56);
  CHECK(flight.key_exchange->signature_algorithm == 0x0401);
  CHECK(flight.client_certificate_wanted);
  CHECK(flight.done);
}

TEST_CASE("TLS answer: pieces of any size read as the whole, and a beginning never reads as an end") {
  for (std::size_t size = 1; size < 40; ++size) {
    FlightReader reader;
    for (std::size_t at = 0; at < full_flight.size(); at += size)
      reader.feed(Bytes(full_flight).subspan(at, std::min(size, full_flight.size() - at)));
    CHECK(reader.flight().done);
    CHECK(reader.flight().key_exchange->prime_bits == 56);
  }
  for (std::size_t length = 0; length < full_flight.size(); ++length) {
    FlightReader reader;
    reader.feed(Bytes(full_flight).first(length));
    CHECK_FALSE(reader.over());
    CHECK(reader.flight().broken.empty());
  }
}

TEST_CASE("TLS answer: messages cut at every length are refused, each as what it is") {
  const auto cut = [](const Buffer& body, auto parse) {
    REQUIRE(parse(Bytes(body)));
    for (std::size_t length = 0; length < body.size(); ++length) CHECK_FALSE(parse(Bytes(body).first(length)));
  };
  cut(server_hello("c03000"
                   "0009 0010 0005 0003 02 6832"),
      [](Bytes bytes) {
        const auto hello = parse_server_hello(bytes);
        return hello && hello->alpn == "h2";  // without any extension a hello is whole: SSLv3
      });
  cut(unhex("000008 000001 61 000001 62"), [](Bytes bytes) { return parse_certificates(bytes).has_value(); });
  cut(unhex("01 000002 3003"), [](Bytes bytes) { return parse_certificate_status(bytes).has_value(); });
  cut(unhex("03 0017 02 0405 0401 0002 aabb"), [](Bytes bytes) {
    const auto exchange = parse_server_key_exchange(bytes, 0xc030, tls12);
    return exchange && exchange->signature_algorithm;
  });
}

TEST_CASE("TLS answer: what the key exchange holds depends on the suite and the version") {
  const auto anonymous = parse_server_key_exchange(unhex("0001 07 0001 02 0001 03"), 0x0018, tls12);
  REQUIRE(anonymous);
  CHECK(anonymous->prime_bits == 3);
  CHECK_FALSE(anonymous->signature_algorithm);
  const auto old = parse_server_key_exchange(unhex("03 001d 01 09 0002 aabb"), 0xc014, tls10);
  REQUIRE(old);
  CHECK(old->group == 0x001d);
  CHECK_FALSE(old->signature_algorithm);
  const auto hinted = parse_server_key_exchange(unhex("0002 6869 03 0017 01 09"), 0xc035, tls12);
  REQUIRE(hinted);
  CHECK(hinted->group == 0x0017);
  const auto exported = parse_server_key_exchange(unhex("0002 0200 0001 03 0001 aa"), 0x0003, tls10);
  REQUIRE(exported);
  CHECK(exported->export_rsa_bits == 10);
  CHECK_FALSE(parse_server_key_exchange(unhex("0001 00 0001 02 0001 03"), 0x0018, tls12));
  CHECK_FALSE(parse_server_key_exchange(unhex("0001 07"), 0xfafa, tls12));
}

TEST_CASE("TLS answer: TLS 1.3 is read in supported_versions, and a retry is a yes") {
  const auto plain = read(handshake(2, server_hello("130100"
                                                    "0006 002b00020304")));
  CHECK(plain.hello->version == tls13);
  CHECK_FALSE(plain.hello->retry);
  const auto again = read(handshake(2, server_hello("130200"
                                                    "000c 002b00020304 003300020018",
                                                    retry)));
  CHECK(again.hello->retry);
  CHECK(again.hello->group == 0x0018);
}

TEST_CASE("TLS answer: alerts") {
  const auto fatal = read(unhex("15 0303 0002 02 46"));
  REQUIRE(fatal.alert);
  CHECK(fatal.alert->description == 70);
  const auto warned = read(joined({unhex("15 0303 0002 01 70"), full_flight}));
  CHECK(warned.warning->description == 112);
  CHECK(warned.done);
  CHECK(read(unhex("15 0303 0003 02 46 00")).broken == "alert");
}

TEST_CASE("TLS answer: hostile bytes end in a word, never in more reading") {
  CHECK(read(unhex("48 54 54 50 2f")).broken == "not-tls");
  CHECK(read(unhex("16 02 01 0000")).broken == "not-tls");
  CHECK(read(unhex("16 0303 ffff")).broken == "record");
  CHECK(read(unhex("16 0303 0004 02 ffffff")).broken == "too-long");
  CHECK(read(handshake(14, {})).broken == "order");
  CHECK(read(joined({handshake(2, server_hello("009e00")), handshake(2, server_hello("009e00"))})).broken == "order");
  CHECK(read(handshake(2, server_hello("009e00"
                                       "0004 ff010009")))
            .broken == "server-hello");
  CHECK(read(joined({handshake(2, server_hello("009e00")), handshake(11, unhex("000003 000000"))})).broken ==
        "certificate");
  CHECK(read(joined({handshake(2, server_hello("009e00")), unhex("17 0303 0001 00")})).broken == "record");
  FlightReader endless;
  const auto hello = handshake(2, server_hello("009e00"));
  endless.feed(hello);
  const auto request = handshake(0, {});
  for (int i = 0; i < 100000 && !endless.over(); ++i) endless.feed(request);
  CHECK(endless.flight().broken == "too-long");
}

TEST_CASE("TLS answer: SSLv2") {
  const auto record = unhex("8019 04 00 01 0002 0002 0006 0006 6162 010080 0700c0 313233343536");
  const auto hello = parse_ssl2_hello(record);
  REQUIRE(hello);
  CHECK(hello->certificate == Buffer{0x61, 0x62});
  CHECK(hello->ciphers == std::vector<std::uint32_t>{0x010080, 0x0700c0});
  for (std::size_t length = 0; length < record.size(); ++length)
    CHECK_FALSE(parse_ssl2_hello(Bytes(record).first(length)));
  CHECK_FALSE(parse_ssl2_hello(unhex("8003 00 0001")));
  CHECK_FALSE(parse_ssl2_hello(unhex("800b 04 00 01 0002 ffff ffff ffff")));
  CHECK_FALSE(parse_ssl2_hello(unhex("800d 04 00 01 0002 0000 0002 0000 0100")));
  CHECK(ssl2_record_size(unhex("8357")) == 0x0359U);
  CHECK_FALSE(ssl2_record_size(unhex("1503")));
}
