// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/records.hpp"
#include "net/tls/answer.hpp"
#include "net/tls/hello.hpp"
#include "tests/support/tls_bytes.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace hygie::net;
using namespace hygie::net::tls;
using hygie::test::hex;
using hygie::test::unhex;

namespace {

/// What was seen of these bytes, whole and one by one, which must be the same.
RecordWatcher watched(const Buffer& bytes) {
  RecordWatcher whole;
  whole.feed(bytes);
  RecordWatcher slow;
  for (const auto byte : bytes) slow.feed({&byte, 1});
  CHECK(slow.seen().size() == whole.seen().size());
  CHECK(slow.broken() == whole.broken());
  return whole;
}

}  // namespace

TEST_CASE("records are followed by their headers, alerts read", "[tls]") {
  const auto watcher = watched(unhex("18 0303 0005 0210006162  15 0303 0002 020a  15 0303 0002 0100"));
  REQUIRE(watcher.seen().size() == 3);
  CHECK(watcher.seen()[0].type == heartbeat_record);
  CHECK(watcher.seen()[0].length == 5);
  CHECK_FALSE(watcher.seen()[0].alert);
  CHECK(watcher.seen()[1].alert == 10);
  CHECK(watcher.seen()[1].fatal);
  CHECK(watcher.seen()[2].alert == 0);
  CHECK_FALSE(watcher.seen()[2].fatal);
}

TEST_CASE("an alert that is encrypted or cut is not read", "[tls]") {
  CHECK_FALSE(watched(unhex("15 0303 0010 020a0000000000000000000000000000")).seen()[0].alert);
  CHECK_FALSE(watched(unhex("15 0303 0002 02")).seen()[0].alert);
  CHECK(watched(unhex("15 0303 00")).seen().empty());
}

TEST_CASE("what is no record ends the watch, and keeps what came before", "[tls]") {
  auto bytes = unhex("15 0303 0002 020a");
  for (const char c : std::string("500 OOPS")) bytes.push_back(static_cast<std::uint8_t>(c));
  const auto watcher = watched(bytes);
  CHECK(watcher.broken());
  CHECK(watcher.seen().at(0).alert == 10);
  CHECK(watched(unhex("16 0303 4801")).broken());        // longer than any record
  CHECK_FALSE(watched(unhex("16 0303 4800")).broken());  // as long as one may be
  CHECK(watched(unhex("16 0203 0001")).broken());
}

TEST_CASE("nobody can make the watch grow without end", "[tls]") {
  RecordWatcher watcher;
  const auto empty = unhex("16 0303 0000");
  for (int i = 0; i < 1000; ++i) watcher.feed(empty);
  CHECK(watcher.broken());
  CHECK(watcher.seen().size() <= 256);
}

TEST_CASE("records are written", "[tls]") {
  CHECK(hex(write_record(heartbeat_record, tls12, unhex("01 1000"))) == "1803030003011000");
}

TEST_CASE("a hello brings a ticket of an earlier session, and the answer's session id is read", "[tls]") {
  HelloSpec spec;
  spec.suites = {0xc02f};
  spec.session_id = {0x5a};
  CHECK(hex(*write_client_hello(spec)).find("00230000") == std::string::npos);
  spec.ticket = unhex("aabbcc");
  const auto bytes = hex(*write_client_hello(spec));
  CHECK(bytes.find("00230003aabbcc") != std::string::npos);
  CHECK(bytes.find("015a") != std::string::npos);
  const auto hello = parse_server_hello(unhex("0303" + std::string(64, '7') + "03 5a4242 c02f 00"));
  REQUIRE(hello);
  CHECK(hello->session_id == unhex("5a4242"));
}
