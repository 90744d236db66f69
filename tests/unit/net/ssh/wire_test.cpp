// SPDX-License-Identifier: EUPL-1.2
#include "net/ssh/wire.hpp"

#include <catch2/catch.hpp>

using namespace hygie::net;
using namespace hygie::net::ssh;

TEST_CASE("The identification is the first line that says SSH", "[net][ssh]") {
  Identification found;
  CHECK(read_identification("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\nrest", found) == Heard::yes);
  CHECK(found.line == "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3");
  CHECK(found.protocol() == "2.0");
  CHECK(found.software() == "OpenSSH_9.2p1");
  CHECK(found.comment() == "Debian-2+deb12u3");
  CHECK(found.end == 40);
  CHECK(read_identification("Acces surveille\nSSH-1.99-Cisco-1.25\n", found) == Heard::yes);
  CHECK(found.before == std::vector<std::string>{"Acces surveille"});
  CHECK(found.protocol() == "1.99");
  CHECK(found.comment().empty());
}

TEST_CASE("An identification is waited for, and not for ever", "[net][ssh]") {
  Identification found;
  CHECK(read_identification("", found) == Heard::more);
  CHECK(read_identification("SSH-2.0-x", found) == Heard::more);
  CHECK(read_identification("HTTP/1.1 400 Bad Request\r\n\r\n", found) == Heard::more);
  CHECK(read_identification("SSH-" + std::string(251, 'x') + "\n", found) == Heard::yes);
  CHECK(read_identification("SSH-" + std::string(252, 'x') + "\n", found) == Heard::no);
  CHECK(read_identification("SSH-" + std::string(300, 'x'), found) == Heard::no);
  CHECK(read_identification(std::string(longest_before_it + 1, 'x'), found) == Heard::no);
  std::string lines;
  for (int i = 0; i < 65; ++i) lines += "x\n";
  CHECK(read_identification(lines + "SSH-2.0-x\n", found) == Heard::no);
  CHECK(read_identification("SSH\n", found) == Heard::more);
  found = {};
  found.line = "SSH-";
  CHECK(found.protocol().empty());
  CHECK(found.software().empty());
}

TEST_CASE("A packet of ours is read back, and its size is bounded", "[net][ssh]") {
  for (std::size_t size : {1U, 2U, 3U, 7U, 8U, 9U, 1000U}) {
    const Buffer payload(size, 7);
    const auto bytes = packet(payload);
    CHECK(bytes.size() % 8 == 0);
    Packet read;
    REQUIRE(read_packet(bytes, read) == Heard::yes);
    CHECK(Buffer(read.payload.begin(), read.payload.end()) == payload);
    CHECK(read.size == bytes.size());
    CHECK(read_packet(Bytes(bytes).first(bytes.size() - 1), read) == Heard::more);
  }
  Packet read;
  CHECK(read_packet(Buffer{0, 0, 0x88, 0xb9, 4}, read) == Heard::no);        // 35,001 bytes
  CHECK(read_packet(Buffer{0, 0, 0, 5, 4, 0, 0, 0, 0}, read) == Heard::no);  // all padding
  CHECK(read_packet(Buffer{0, 0, 0, 0}, read) == Heard::more);
}

TEST_CASE("A KEXINIT is read list by list, empty names too", "[net][ssh]") {
  const Lists theirs{.exchanges = {"a", "b"},
                     .host_keys = {"k"},
                     .ciphers_in = {"c", ""},
                     .ciphers_out = {"d"},
                     .macs_in = {"m"},
                     .macs_out = {},
                     .compressions_in = {"none"},
                     .compressions_out = {"zlib"}};
  const auto ours = read_lists(kexinit("x", "y", theirs));
  REQUIRE(ours);
  CHECK(ours->exchanges == std::vector<std::string>{"x"});
  CHECK(ours->host_keys == std::vector<std::string>{"y"});
  CHECK(ours->ciphers_in == theirs.ciphers_in);
  CHECK(ours->macs_out.empty());
  CHECK(ours->compressions_out == theirs.compressions_out);
  auto bytes = kexinit("x", "y", theirs);
  for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(read_lists(Bytes(bytes).first(size)));
  bytes[0] = 21;
  CHECK_FALSE(read_lists(bytes));
  CHECK_FALSE(read_lists(kexinit(std::string(2000, ','), "y", theirs)));
}
