// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/support/ber.hpp"
#include "audits/exposure/dialogues/support/text.hpp"
#include "net/little.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::exposure;
using net::Buffer;

TEST_CASE("BER writes what it reads", "[ber]") {
  for (const std::int64_t value : {0LL, 1LL, 127LL, 128LL, 255LL, 256LL, 65507LL, -1LL, -128LL, -129LL, 0x68796769LL}) {
    const auto bytes = ber::Writer().number(value).take();
    ber::Cursor at(bytes);
    CHECK(at.number() == value);
    CHECK(at.ok());
    CHECK(at.empty());
    CHECK(ber::size_of(bytes) == bytes.size());
  }
  const std::string long_text(300, 'x');
  const auto bytes = ber::Writer().text(long_text).take();
  CHECK(bytes[1] == 0x82);
  CHECK(ber::Cursor(bytes).text(ber::octets) == long_text);
}

TEST_CASE("BER reads nothing past the end, and says so", "[ber]") {
  const auto fails = [](const Buffer& bytes, std::uint8_t tag) {
    ber::Cursor at(bytes);
    return at.take(tag).empty() && !at.ok() && at.empty();
  };
  CHECK(fails({}, 0x30));
  CHECK(fails({0x30}, 0x30));
  CHECK(fails({0x30, 5, 1}, 0x30));
  CHECK(fails({0x30, 0x80, 0, 0}, 0x30));                    // a length that is not given
  CHECK(fails({0x30, 0x85, 1, 1, 1, 1, 1}, 0x30));           // a length of five bytes
  CHECK(fails({0x30, 0x84, 0xff, 0xff, 0xff, 0xff}, 0x30));  // of four gigabytes
  CHECK(fails({0x3f, 0x81, 0x01, 0}, 0x3f));                 // a tag of two bytes
  CHECK(fails({0x02, 1, 1}, 0x30));                          // another tag
  CHECK(ber::Cursor(Buffer{0x02, 0}).number() == 0);
  CHECK_FALSE(ber::size_of(Buffer{0x30}));
  CHECK_FALSE(ber::size_of(Buffer{0x30, 0x82, 1}));
  CHECK(ber::size_of(Buffer{0x30, 0x80}) == 0U);
}

TEST_CASE("What failed outside failed inside", "[ber]") {
  ber::Cursor outer(Buffer{});
  auto inner = outer.inside(0x30);
  CHECK_FALSE(inner.ok());
  const Buffer whole{0x30, 2, 5, 0};
  ber::Cursor good(whole);
  CHECK_FALSE(good.optional(0x31));
  CHECK(good.ok());
  CHECK(good.optional(0x30));
}

TEST_CASE("Object identifiers read as numbers", "[ber]") {
  CHECK(ber::identifier_text(Buffer{0x2b, 6, 1, 4, 1, 0x82, 0x37, 2, 2, 10}) == "1.3.6.1.4.1.311.2.2.10");
  CHECK(ber::identifier_text(Buffer{0x88, 0x37}) == "2.999");
  CHECK(ber::identifier_text(Buffer{0x2b, 0x82}).empty());
  CHECK(ber::identifier_text(Buffer{}).empty());
}

TEST_CASE("Replies of SMTP and FTP are read when they are whole", "[text]") {
  CHECK_FALSE(read_reply(""));
  CHECK_FALSE(read_reply("220 hello"));
  CHECK_FALSE(read_reply("250-one\r\n250-two\r\n"));
  CHECK(read_reply("220 hello\r\n")->code == 220);
  CHECK(read_reply("250\r\n")->code == 250);
  CHECK(read_reply("hello\r\n")->code == 0);
  CHECK(read_reply("220hello\r\n")->code == 0);
  const auto reply = read_reply("211-Features:\r\n AUTH TLS\r\n211 End\r\n");
  REQUIRE(reply);
  CHECK(reply->lines == std::vector<std::string_view>{"Features:", " AUTH TLS", "End"});
  CHECK(read_reply(std::string(20'000, '2'))->code == 0);
}

TEST_CASE("Texts from outside are bounded, and times are times", "[text]") {
  CHECK(bounded(std::string(1000, 'x')).size() == 512);
  std::string list;
  for (int i = 0; i < 5000; ++i) append_to_list(list, "abc");
  CHECK(list.size() <= 4096);
  CHECK(utc(0) == "1970-01-01T00:00:00Z");
  CHECK(utc(-1).empty());
  CHECK(utc(INT64_MAX).empty());
  CHECK(utc_of_filetime(0).empty());
  CHECK(utc_of_filetime(134085546670000000) == "2025-11-25T14:31:07Z");
  CHECK(utc_of_filetime(UINT64_MAX).empty());
  CHECK(from_utf16(Buffer{'A', 0, 0xe9, 0, 'B', 0, 7}) == "A?B");
  CHECK(header_value("HTTP/1.1 200 OK\r\nSERVER:  a \r\nST: b\r\n\r\nserver: c\r\n", "server") == "a");
  CHECK(header_value("HTTP/1.1 200 OK\r\n\r\nserver: c\r\n", "server").empty());
}

TEST_CASE("Little numbers are read and written from their smallest byte", "[bytes]") {
  net::LittleWriter out;
  out.u8(1).u16(0x0203).u32(0x04050607).u64(8).zeros(1).put_u32(0, 0x11223344);
  const auto bytes = out.take();
  net::LittleCursor at(bytes);
  CHECK(at.u32() == 0x11223344);
  at.take(3);
  CHECK(at.u64() == 8);
  CHECK(at.left() == 1);
  CHECK(at.u16() == 0);
  CHECK_FALSE(at.ok());
}
