// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/hospital/dicom.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using namespace hygie::exposure;
using net::Buffer;

namespace {

Buffer accepted(const std::string& version, std::uint8_t result) {
  net::NetworkWriter out;
  out.u8(2).u8(0).counted(4, [&](net::NetworkWriter& body) {
    body.u16(1).u16(0).text(std::string(64, ' '));
    const auto item = [](net::NetworkWriter& to, unsigned type, const std::string& text) {
      to.u8(type).u8(0).counted(2, [&](net::NetworkWriter& inside) { inside.text(text); });
    };
    item(body, 0x10, "1.2.840.10008.3.1.1.1");
    item(body, 0x21, {'\1', '\0', static_cast<char>(result), '\0'});
    body.u8(0x50).u8(0).counted(2, [&](net::NetworkWriter& user) {
      item(user, 0x51, {'\0', '\0', '\x40', '\0'});
      item(user, 0x52, "1.2.276.0.7230010.3.0.3.6.7");
      item(user, 0x55, version);
    });
  });
  return out.take();
}

}  // namespace

TEST_CASE("An association is asked for in the bytes of PS3.8", "[dicom]") {
  const auto asked = dicom::associate_request({"ORTHANC", "HYGIE"}, dicom::service_classes().first(1));
  REQUIRE(asked.size() > 74);
  CHECK(Buffer(asked.begin(), asked.begin() + 2) == Buffer{1, 0});
  CHECK(net::NetworkCursor(net::Bytes(asked).subspan(2)).u32() == asked.size() - 6);
  const auto text = net::as_text(asked);
  CHECK(text.substr(10, 16) == "ORTHANC         ");
  CHECK(text.substr(26, 16) == "HYGIE           ");
  CHECK(text.find("1.2.840.10008.3.1.1.1") == 78);
  const auto many = dicom::associate_request({}, dicom::service_classes());
  CHECK(net::as_text(many).find(std::string("\x20\0\0\x2e\x27\0\0\0", 8)) == std::string_view::npos);
  CHECK(net::as_text(many).find("1.2.840.10008.5.1.1.18") != std::string_view::npos);
}

TEST_CASE("An echo is asked for in the bytes of PS3.7, and the connection is released", "[dicom]") {
  const auto echo = dicom::echo_request(1);
  const Buffer head{0x04, 0, 0, 0, 0, 0x4a, 0, 0, 0, 0x46, 0x01, 0x03, 0, 0, 0, 0, 4, 0, 0, 0, 0x38, 0, 0, 0};
  CHECK(Buffer(echo.begin(), echo.begin() + 24) == head);
  CHECK(echo.size() == 0x4a + 6);
  CHECK(dicom::release_request() == Buffer{5, 0, 0, 0, 0, 4, 0, 0, 0, 0});
}

TEST_CASE("An accepted association tells its contexts and its toolkit", "[dicom]") {
  const auto answer = dicom::read_answer(accepted("OFFIS_DCMTK_367", 0));
  REQUIRE(answer);
  const auto& said = std::get<dicom::Accepted>(*answer);
  CHECK(said.contexts.at(1) == 0);
  CHECK(said.max_length == 16384);
  CHECK(dicom::toolkit_of(said).name == "DCMTK");
  CHECK(dicom::toolkit_of(said).version == "3.6.7");
  const auto refused = std::get<dicom::Accepted>(*dicom::read_answer(accepted("x", 3)));
  CHECK(refused.contexts.at(1) == 3);
  CHECK(dicom::toolkit_of(refused).version.empty());
  CHECK(dicom::toolkit_of({.implementation_uid = "1.2.40.0.13.1.3"}).name == "dcm4che");
  CHECK(dicom::toolkit_of({.implementation_uid = "1.2.40.0.13.10"}).name.empty());
}

TEST_CASE("A refusal proves DICOM too, and gives its reason", "[dicom]") {
  const Buffer wrong_title{3, 0, 0, 0, 0, 4, 0, 1, 1, 7}, wrong_caller{3, 0, 0, 0, 0, 4, 0, 1, 1, 3};
  CHECK(dicom::reason_of(std::get<dicom::Rejected>(*dicom::read_answer(wrong_title))) ==
        "called AE title not recognized");
  CHECK(dicom::reason_of(std::get<dicom::Rejected>(*dicom::read_answer(wrong_caller))) ==
        "calling AE title not recognized");
  CHECK(dicom::reason_of({1, 9, 9}) == "reason unknown");
  CHECK(std::holds_alternative<dicom::Aborted>(*dicom::read_answer(Buffer{7, 0, 0, 0, 0, 4, 0, 0, 2, 1})));
}

TEST_CASE("What is no DICOM is not taken for it, and nothing cut short is read", "[dicom]") {
  CHECK_FALSE(dicom::may_be_pdu(net::as_bytes("SSH-2.0-OpenSSH_9.2")));
  CHECK_FALSE(dicom::may_be_pdu(net::as_bytes("\x03\x01")));
  CHECK(dicom::may_be_pdu({}));
  const auto whole = accepted("OFFIS_DCMTK_367", 0);
  CHECK(dicom::pdu_size(whole) == whole.size());
  CHECK_FALSE(dicom::pdu_size(Buffer{2, 0, 0x7f, 0xff, 0xff, 0xff}));
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK_FALSE(dicom::read_answer(net::Bytes(whole).first(size)));
  auto claims_more = whole;
  claims_more[76] = 0xff;  // the length of the application context
  CHECK_FALSE(dicom::read_answer(claims_more));
}

TEST_CASE("An echo's answer gives its status", "[dicom]") {
  const Buffer answer{4,    0, 0, 0, 0, 0x2e, 0,    0, 0, 0x2a, 1, 3, 0, 0, 0, 0, 4, 0, 0, 0, 30, 0, 0, 0, 0, 0, 0,
                      0x01, 2, 0, 0, 0, 0x30, 0x80, 0, 0, 0,    8, 2, 0, 0, 0, 1, 1, 0, 0, 0, 9,  2, 0, 0, 0, 0, 0};
  auto fixed = answer;
  fixed[5] = static_cast<std::uint8_t>(fixed.size() - 6);
  fixed[9] = static_cast<std::uint8_t>(fixed.size() - 10);
  const auto read = dicom::read_answer(fixed);
  REQUIRE(read);
  CHECK(std::get<dicom::Echoed>(*read).status == 0);
  fixed[fixed.size() - 1] = 1;
  CHECK(std::get<dicom::Echoed>(*dicom::read_answer(fixed)).status == 0x0100);
  fixed[11] = 2;  // a data set, not a command
  CHECK_FALSE(dicom::read_answer(fixed));
}
