// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/databases/databases.hpp"
#include "audits/exposure/dialogues/screens/screens.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::exposure;
using net::Buffer;

namespace {

using std::literals::string_literals::operator""s;

/// What a server says, turn by turn, and what is known at the end.
struct Heard {
  std::string_view dialogue;
  std::vector<std::string> turns;
  std::string_view name, value;
};

const std::vector<Heard>& samples() {
  static const std::vector<Heard> all{
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
      {"rsync", {"@RSYNCD: 31.0\n", "sauvegardes\tcopies\nweb \n@RSYNCD: EXIT\n"}, "modules", "sauvegardes, web"},
      {"banner", {"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n"}, "version", "9.2p1"},
      {"banner", {"SSH-1.99-Cisco-1.25\n"}, "protocol_version", "1.99"},
      {"banner", {"220 mx.exemple.test ESMTP Postfix (Debian/GNU)\r\n"}, "product", "Postfix"},
      {"banner", {"220 (vsFTPd 3.0.3)\r\n"}, "version", "3.0.3"},
      {"banner", {"* OK [CAPABILITY IMAP4rev1] Dovecot (Debian) ready.\r\n"}, "product", "Dovecot"},
      {"banner", {"\xff\xfb\x25"}, "", ""},
      {"modbus", {"\x68\x79\0\0\0\x0d\x01\x2b\x0e\x01\x01\0\0\x01\0\x03Lab"s}, "vendor", "Lab"},
      {"mllp", {"\x0bMSH|^~\\&|MIRTH|LABO|||||ACK|9|P|2.4\rMSA|AR|H1\r\x1c\r"}, "acknowledgement", "AR"},
      {"dicom", {"\x03\0\0\0\0\x04\0\x01\x01\x07"s}, "reason", "called AE title not recognized"},
  };
  return all;
}

/// Holds the dialogue, each turn given `step` bytes at a time.
Step held(const Heard& sample, std::size_t step) {
  const auto dialogue = make_dialogue(sample.dialogue);
  REQUIRE(dialogue);
  (void)dialogue->opening();
  Step last;
  for (const auto& turn : sample.turns) {
    for (std::size_t size = std::min(step, turn.size());; size = std::min(size + step, turn.size())) {
      last = dialogue->hear(net::as_bytes(turn).first(size));
      if (last.kind != Step::Kind::wait || size == turn.size()) break;
    }
  }
  return last;
}

}  // namespace

TEST_CASE("Each service is read from what it says, whole or byte by byte", "[dialogue]") {
  for (const auto& sample : samples())
    for (const std::size_t step : {100'000U, 1U}) {
      INFO(sample.dialogue << ": " << sample.turns.back() << ", " << step << " bytes at a time");
      const auto last = held(sample, step);
      REQUIRE(last.kind == Step::Kind::done);
      if (!sample.name.empty()) CHECK(last.service.said.at(std::string(sample.name)) == sample.value);
    }
}

TEST_CASE("No service is taken for another", "[dialogue]") {
  for (const auto& sample : samples())
    for (const auto& info : dialogues()) {
      if (info.name.substr(0, 3) == sample.dialogue.substr(0, 3)) continue;
      INFO(sample.dialogue << " read as " << info.name);
      const auto dialogue = info.make();
      (void)dialogue->opening();
      CHECK(dialogue->hear(net::as_bytes(sample.turns.front())).kind != Step::Kind::done);
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
  }
  CHECK_FALSE(make_dialogue("nothing"));
}

TEST_CASE("A negotiation of RDP asks in 19 bytes", "[dialogue]") {
  CHECK(rdp_request(0x0b) == Buffer{3, 0, 0, 19, 14, 0xe0, 0, 0, 0, 0, 0, 1, 0, 8, 0, 0x0b, 0, 0, 0});
  const auto startup = postgres_startup();
  CHECK(startup[3] == startup.size());
  CHECK(mqtt_connect()[1] == mqtt_connect().size() - 2);
}
