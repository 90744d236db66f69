// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/building/modbus.hpp"
#include "audits/exposure/dialogues/hospital/mllp.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::exposure;
using net::Buffer;

TEST_CASE("An HL7 engine is asked in its frame, with an event of nobody", "[mllp]") {
  CHECK(mllp::empty_block() == Buffer{0x0b, 0x1c, 0x0d});
  const auto when = std::chrono::sys_days{std::chrono::year{2026} / 3 / 4} + std::chrono::hours{5};
  CHECK(net::as_text(mllp::private_event(when, "H1")) ==
        "\x0bMSH|^~\\&|HYGIE|AUDIT|||20260304050000||ZZZ^Z99|H1|P|2.5\r\x1c\r");
}

TEST_CASE("An HL7 answer tells who answers and how", "[mllp]") {
  const std::string said =
      "\x0bMSH|^~\\&|MIRTH|LABO|HYGIE|AUDIT|20260304050001||ACK|9|P|2.4\rMSA|AR|H1|no route\r\x1c\r";
  const auto answer = mllp::read_answer(net::as_bytes(said));
  REQUIRE(answer);
  CHECK(answer->application == "MIRTH");
  CHECK(answer->facility == "LABO");
  CHECK(answer->version == "2.4");
  CHECK(answer->acknowledgement == "AR");
  CHECK(answer->control_id == "H1");
  CHECK(mllp::read_answer(net::as_bytes("\x0b\x1c\x0d")));
  CHECK_FALSE(mllp::read_answer(net::as_bytes("\x0bPID|1\r\x1c\x0d")));
  CHECK_FALSE(mllp::read_answer(net::as_bytes("MSH|^~\\&|A\r\x1c\x0d")));
  for (std::size_t size = 0; size < said.size(); ++size)
    CHECK_FALSE(mllp::read_answer(net::as_bytes(said.substr(0, size))));
  CHECK(mllp::may_be_block(net::as_bytes("\x0bM")));
  CHECK_FALSE(mllp::may_be_block(net::as_bytes("220 mail")));
}

TEST_CASE("A Modbus device is asked who made it", "[modbus]") {
  CHECK(modbus::identification_request(1, 1) == Buffer{0, 1, 0, 0, 0, 5, 1, 0x2b, 0x0e, 1, 0});
  const Buffer said{0, 1, 0, 0, 0, 0x13, 1, 0x2b, 0x0e, 1, 1, 0, 0, 2, 0, 3, 'L', 'a', 'b', 1, 4, 'G', 'T', 'B', '1'};
  const auto answer = modbus::read_answer(said, 1);
  REQUIRE(answer);
  CHECK(answer->objects.at(0) == "Lab");
  CHECK(answer->objects.at(1) == "GTB1");
  CHECK_FALSE(answer->exception);
  CHECK_FALSE(modbus::read_answer(said, 2));
  for (std::size_t size = 0; size < said.size(); ++size)
    CHECK_FALSE(modbus::read_answer(net::Bytes(said).first(size), 1));
  const auto refused = modbus::read_answer(Buffer{0, 1, 0, 0, 0, 3, 1, 0xab, 1}, 1);
  REQUIRE(refused);
  CHECK(refused->exception == 1);
  CHECK_FALSE(modbus::frame_size(net::as_bytes("HTTP/1.1 400")));
}
