// SPDX-License-Identifier: EUPL-1.2
#include "net/ssh/talk.hpp"
#include "net/ssh/exchange.hpp"

#include <catch2/catch.hpp>

using namespace hygie::net;
using namespace hygie::net::ssh;

namespace {

const Lists usual{.exchanges = {"curve25519-sha256", "diffie-hellman-group-exchange-sha256"},
                  .host_keys = {"ssh-ed25519", "rsa-sha2-512"},
                  .ciphers_in = {"aes128-ctr"},
                  .ciphers_out = {"aes128-ctr"},
                  .macs_in = {"hmac-sha2-256"},
                  .macs_out = {"hmac-sha2-256"},
                  .compressions_in = {"none"},
                  .compressions_out = {"none"}};

Buffer joined(const std::vector<Buffer>& parts) {
  Buffer out;
  for (const auto& part : parts) out.insert(out.end(), part.begin(), part.end());
  return out;
}

Buffer line(std::string_view text) { return {as_bytes(text).begin(), as_bytes(text).end()}; }

/// What a server with these lists sends; kexinit() writes one exchange and one key, so the lists go in as joined names.
Buffer server_lists(const Lists& lists) {
  std::string exchanges, keys;
  for (const auto& one : lists.exchanges) exchanges += (exchanges.empty() ? "" : ",") + one;
  for (const auto& one : lists.host_keys) keys += (keys.empty() ? "" : ",") + one;
  return packet(kexinit(exchanges, keys, lists));
}

Buffer key_reply(Message kind) {
  NetworkWriter blob;
  blob.counted(4, [](NetworkWriter& in) { in.text("ssh-ed25519"); });
  blob.counted(4, [](NetworkWriter& in) { in.bytes(Buffer(32, 1)); });
  NetworkWriter out;
  out.u8(static_cast<unsigned>(kind)).counted(4, [&](NetworkWriter& in) { in.bytes(blob.out()); });
  return packet(out.out());
}

Buffer group(std::size_t bytes) {
  Buffer prime(bytes, 0xff);
  NetworkWriter out;
  out.u8(static_cast<unsigned>(Message::kexdh_reply));
  out.counted(4, [&](NetworkWriter& in) { in.u8(0).bytes(prime); });
  out.counted(4, [](NetworkWriter& in) { in.u8(2); });
  return packet(out.out());
}

/// The kind of each message that we answered.
std::vector<int> kinds(Bytes answer) {
  std::vector<int> out;
  for (Packet read; read_packet(answer, read) == Heard::yes; answer = answer.subspan(read.size))
    out.push_back(read.payload.front());
  return out;
}

}  // namespace

TEST_CASE("The lists and the first key come of one connection", "[net][ssh]") {
  Talk talk({});
  Buffer answer;
  CHECK(talk.hear(joined({line("SSH-2.0-x\r\n"), server_lists(usual)}), answer));
  CHECK(kinds(answer) == std::vector<int>{20, 30});
  REQUIRE(talk.told().lists);
  CHECK(*talk.told().lists == usual);
  CHECK_FALSE(talk.hear(key_reply(Message::kexdh_reply), answer));
  REQUIRE(talk.told().key);
  CHECK(talk.told().key->type == "ssh-ed25519");
  CHECK(talk.told().ended.empty());
}

TEST_CASE("However the bytes are cut, the same is understood", "[net][ssh]") {
  const auto all = joined({line("hello\nSSH-2.0-x\n"), packet(Buffer{2, 0, 0, 0, 0}), server_lists(usual),
                           key_reply(Message::kexdh_reply)});
  Talk talk({});
  Buffer answer;
  bool more = true;
  for (const auto byte : all)
    if (more) more = talk.hear(Buffer{byte}, answer);
  CHECK_FALSE(more);
  CHECK(talk.told().key);
  CHECK(talk.told().identification.before.size() == 1);
}

TEST_CASE("A group is measured, and gives a key", "[net][ssh]") {
  Talk talk({.group = GroupSizes{2048, 3072, 4096}, .group_exchange = "diffie-hellman-group-exchange-sha256"});
  Buffer answer;
  CHECK(talk.hear(joined({line("SSH-2.0-x\n"), server_lists(usual)}), answer));
  CHECK(kinds(answer) == std::vector<int>{20, 34});
  answer.clear();
  CHECK(talk.hear(group(256), answer));
  CHECK(talk.told().group_bits == 2048);
  CHECK(kinds(answer) == std::vector<int>{32});
  CHECK_FALSE(talk.hear(key_reply(Message::gex_reply), answer));
  CHECK(talk.told().key);
}

TEST_CASE("A group of no use ends the conversation, measured", "[net][ssh]") {
  Talk talk({.group = GroupSizes{1024, 1024, 1024}, .group_exchange = "diffie-hellman-group-exchange-sha256"});
  Buffer answer;
  CHECK(talk.hear(joined({line("SSH-2.0-x\n"), server_lists(usual)}), answer));
  CHECK_FALSE(talk.hear(group(4), answer));
  CHECK(talk.told().group_bits == 32);
  CHECK(talk.told().ended == "group-of-no-use");
}

TEST_CASE("What ends a conversation is said", "[net][ssh]") {
  const auto ended = [](const Buffer& bytes, Question question = {}) {
    Talk talk(std::move(question));
    Buffer answer;
    CHECK_FALSE(talk.hear(bytes, answer));
    return talk.told().ended;
  };
  const auto hello = line("SSH-2.0-x\n");
  CHECK(ended(line("SSH-1.5-old\n")) == "version-1.5");
  CHECK(ended(Buffer(70000, 'x')) == "not-ssh");
  CHECK(ended(joined({hello, Buffer(8, 0xff)})) == "not-understood");
  CHECK(ended(joined({hello, packet(Buffer{1, 0, 0, 0, 2})})) == "disconnect-2");
  CHECK(ended(joined({hello, packet(Buffer{3})})) == "unimplemented");
  CHECK(ended(joined({hello, packet(Buffer{99})})) == "not-understood");
  CHECK(ended(joined({hello, key_reply(Message::kexdh_reply)})) == "not-understood");
  CHECK(ended(joined({hello, server_lists(usual), server_lists(usual)})) == "not-understood");
  CHECK(ended(joined({hello, server_lists(usual)}), {.host_key = "ssh-dss"}) == "no-common-exchange");
  CHECK(ended(joined({hello, server_lists(usual)}), {.key = false}).empty());
  auto post_quantum = usual;
  post_quantum.exchanges = {"mlkem768x25519-sha256"};
  CHECK(ended(joined({hello, server_lists(post_quantum)})) == "no-common-exchange");
}

TEST_CASE("Every exchange that we know opens with a public value of its own size", "[net][ssh]") {
  const auto size = [](std::string_view exchange) {
    const auto bytes = exchange_opening(exchange);
    NetworkCursor at(bytes);
    CHECK(at.u8() == 30);
    const auto value = at.counted(4);
    CHECK(at.ok());
    CHECK(at.left() == 0);
    return value.size();
  };
  CHECK(size("curve25519-sha256") == 32);
  CHECK(size("ecdh-sha2-nistp256") == 65);
  CHECK(size("ecdh-sha2-nistp384") == 97);
  CHECK(size("ecdh-sha2-nistp521") == 133);
  CHECK(size("diffie-hellman-group1-sha1") <= 129);
  CHECK(size("diffie-hellman-group14-sha256") <= 257);
  CHECK(size("diffie-hellman-group18-sha512") <= 1025);
  CHECK(exchange_opening("sntrup761x25519-sha512").empty());
}
