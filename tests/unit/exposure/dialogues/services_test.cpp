// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/databases/databases.hpp"
#include "audits/exposure/dialogues/screens/screens.hpp"
#include "audits/exposure/products/products.hpp"
#include "tests/unit/exposure/dialogues/held.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::exposure;
using net::Buffer;

namespace {

using std::literals::string_literals::operator""s;

/// What a server says, turn by turn, and what is known at the end.
struct Short {
  std::string_view dialogue;
  std::vector<std::string> turns;
  std::string_view name, value;
};

const std::vector<Short>& shorts() {
  static const std::vector<Short> all{
      {"redis", {"+PONG\r\n"}, "authentication", "none"},
      {"redis", {"-NOAUTH Authentication required.\r\n"}, "authentication", "password"},
      {"redis", {"-DENIED Redis is running in protected mode\r\n"}, "authentication", "protected mode"},
      {"memcached", {"VERSION 1.6.18\r\n"}, "version", "1.6.18"},
      {"mqtt", {"\x20\x02\0\0"s}, "authentication", "none"},
      {"mqtt", {"\x20\x02\0\x05"s}, "authentication", "password"},
      {"mysql",
       {"\x27\0\0\0\x0a"
        "5.5.5-10.11.19-MariaDB\0\1\0\0\0saltsalt\0\xfe\xff"s},
       "version",
       "10.11.19"},
      {"mysql",
       {"\x1b\0\0\0\x0a"
        "8.0.36\0\1\0\0\0saltsalt\0\xff\xf7...."s},
       "tls",
       "absent"},
      {"mysql", {"\x0b\0\0\0\xff\x6a\x04no entry"s}, "authentication", "host refused"},
      {"postgresql", {"R\0\0\0\x08\0\0\0\0"s}, "authentication", "none"},
      {"postgresql", {"R\0\0\0\x17\0\0\0\x0aSCRAM-SHA-256\0\0"s}, "authentication", "sasl"},
      {"postgresql", {"E\0\0\0\x13SFATAL\0C28000\0\0"s}, "code", "28000"},
      {"rdp", {"\x03\0\0\x13\x0e\xd0\0\0\x12\x34\0\x02\x1f\x08\0\x01\0\0\0"s}, "security", "tls"},
      {"rdp", {"\x03\0\0\x13\x0e\xd0\0\0\x12\x34\0\x03\0\x08\0\x05\0\0\0"s}, "refused", "nla required"},
      {"rdp", {"\x03\0\0\x0b\x06\xd0\0\0\x12\x34\0"s}, "security", "standard"},
      {"x11", {"\x01\0\x0b\0\0\0\x01\0"s}, "authentication", "none"},
      {"x11", {"\0\x16\x0b\0\0\0\x06\0"s}, "authentication", "wanted"},
      {"ajp", {"AB\0\x01\x09"s}, "", ""},
      {"vnc", {"RFB 003.008\n", "\x01\x01"}, "authentication", "none"},
      {"vnc", {"RFB 003.008\n", "\x02\x13\x02"}, "security", "VeNCrypt, VNC authentication"},
      {"vnc", {"RFB 003.003\n", "\0\0\0\x02"s}, "authentication", "wanted"},
      {"vnc", {"RFB 003.003\n\0\0\0\0\0\0\0\x1aToo many security failures"s}, "authentication", "refused"},
      {"vnc", {"RFB 003.008\n", "\0\0\0\0\x02no"s}, "authentication", "refused"},
      {"rsync", {"@RSYNCD: 31.0\n", "sauvegardes\tcopies\nweb \n@RSYNCD: EXIT\n"}, "modules", "sauvegardes, web"},
      {"banner", {"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n"}, "banner", "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3"},
      {"banner", {"SSH-1.99-Cisco-1.25\n"}, "protocol_version", "1.99"},
      {"banner", {"220 mx.exemple.test ESMTP Postfix (Debian/GNU)\r\n"}, "", ""},
      {"banner", {"220 (vsFTPd 3.0.3)\r\n"}, "", ""},
      {"banner", {"* OK [CAPABILITY IMAP4rev1] Dovecot (Debian) ready.\r\n"}, "", ""},
      {"banner", {"\xff\xfb\x25"}, "", ""},
      {"modbus", {"\x68\x79\0\0\0\x0d\x01\x2b\x0e\x01\x01\0\0\x01\0\x03Lab"s}, "vendor", "Lab"},
      {"mllp", {"\x0bMSH|^~\\&|MIRTH|LABO|||||ACK|9|P|2.4\rMSA|AR|H1\r\x1c\r"}, "acknowledgement", "AR"},
      {"dicom", {"\x03\0\0\0\0\x04\0\x01\x01\x07"s}, "reason", "called AE title not recognized"},
  };
  return all;
}

const std::vector<Heard>& samples() {
  static const std::vector<Heard> all = [] {
    auto list = recorded_answers();
    for (const auto& one : shorts()) {
      Heard heard{std::string(one.dialogue), {}, one.turns};
      if (!one.name.empty()) heard.facts.emplace_back(one.name, one.value);
      list.push_back(std::move(heard));
    }
    return list;
  }();
  return all;
}

/// Dialogues whose answers look alike: those of ONC RPC do not say which program they come from, and the two bytes of
/// SOCKS 5 are also the first two of MS-RPC, which stays silent when it is asked for SOCKS.
std::string_view family(std::string_view dialogue) {
  if (dialogue == "msrpc" || dialogue == "socks5") return "five";
  return dialogue == "nfs" || dialogue == "mountd" || dialogue.starts_with("rpcbind") ? "rpc" : dialogue;
}

}  // namespace

TEST_CASE("Each service is read from what it says, whole or byte by byte", "[dialogue]") {
  for (const auto& sample : samples())
    for (const std::size_t step : {100'000U, 7U, 1U}) {
      INFO(sample.dialogue << " of " << sample.turns.size() << " turns, " << step << " bytes at a time");
      const auto last = held(sample, step);
      REQUIRE(last.kind == Step::Kind::done);
      for (const auto& [name, value] : sample.facts) {
        INFO(name);
        REQUIRE(last.service.said.contains(name));
        CHECK(last.service.said.at(name) == value);
      }
    }
}

TEST_CASE("Every dialogue has an answer that it was held with", "[dialogue]") {
  for (const auto& info : dialogues()) {
    INFO(info.name);
    CHECK(std::any_of(samples().begin(), samples().end(), [&](const auto& one) {
      return one.dialogue == info.name || (info.name == "rdp-standard" && one.dialogue == "rdp");
    }));
  }
}

TEST_CASE("No service is taken for another", "[dialogue]") {
  for (const auto& sample : samples()) {
    const auto protocol = held(sample, 100'000).service.protocol;
    for (const auto& info : dialogues()) {
      if (family(info.name) == family(sample.dialogue) || info.transport != find_dialogue(sample.dialogue)->transport)
        continue;
      INFO(sample.dialogue << " read as " << info.name);
      const auto dialogue = info.make();
      (void)dialogue->opening();
      const auto step = dialogue->hear(net::as_bytes(sample.turns.front()));
      CHECK((step.kind != Step::Kind::done || step.service.protocol == protocol));
    }
  }
}

TEST_CASE("An answer that is cut short, or wrong in one byte, is never more than it was", "[dialogue]") {
  for (const auto& sample : samples()) {
    INFO(sample.dialogue);
    const auto protocol = held(sample, 100'000).service.protocol;
    const auto try_one = [&](Heard changed) {
      const auto last = held(changed, 100'000);
      CHECK((last.kind != Step::Kind::done || last.service.protocol == protocol));
    };
    for (std::size_t turn = 0; turn < sample.turns.size(); ++turn) {
      // every length of the short ones, some of the long ones
      const std::size_t stride = sample.turns[turn].size() / 200 + 1;
      for (std::size_t at = 0; at < sample.turns[turn].size(); at += stride) {
        auto cut = sample;
        cut.turns[turn].resize(at);
        cut.turns.resize(turn + 1);
        cut.ends = true;
        try_one(cut);
        auto wrong = sample;
        wrong.turns[turn][at] = static_cast<char>(~wrong.turns[turn][at]);
        wrong.ends = true;
        try_one(wrong);
      }
    }
  }
}

TEST_CASE("An endless answer is given up", "[dialogue]") {
  const std::string endless(200'000, 'a'), zeros(200'000, '\0');
  for (const auto& info : dialogues())
    for (const auto& text : {endless, zeros}) {
      INFO(info.name);
      const auto dialogue = info.make();
      (void)dialogue->opening();
      CHECK(dialogue->hear(net::as_bytes(text)).kind == Step::Kind::other);
    }
}

TEST_CASE("The registry is in order, and finds by name", "[dialogue]") {
  std::string_view last;
  for (const auto& info : dialogues()) {
    CHECK(last < info.name);
    last = info.name;
    CHECK_FALSE(info.ports.empty());
    CHECK(info.listens_first == info.make()->opening().empty());
    CHECK(find_dialogue(info.name) == &info);
  }
  CHECK_FALSE(make_dialogue("nothing"));
}

TEST_CASE("No dialogue sends a password, nor asks for more than who is there", "[dialogue]") {
  for (const auto& sample : samples()) {
    const auto words = said_by_us(sample);
    INFO(sample.dialogue);
    for (const std::string_view word : {"PASS ", "LOGIN ", "AUTH ", "RCPT", "MAIL FROM", "SELECT", "RETR", "STOR"})
      CHECK(words.find(word) == std::string::npos);
  }
}

TEST_CASE("A negotiation of RDP asks in 19 bytes", "[dialogue]") {
  CHECK(rdp_request(0x0b) == Buffer{3, 0, 0, 19, 14, 0xe0, 0, 0, 0, 0, 0, 1, 0, 8, 0, 0x0b, 0, 0, 0});
  const auto startup = postgres_startup();
  CHECK(startup[3] == startup.size());
  CHECK(mqtt_connect()[1] == mqtt_connect().size() - 2);
}
