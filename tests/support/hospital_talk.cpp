// SPDX-License-Identifier: EUPL-1.2
// hygie_test_hospital dicom|mllp|mllp-event|modbus ADDRESS PORT [CALLED [CALLING]]: holds the dialogue with a real
// server and prints what was read, one "name=value" a line. For tests/lab alone: it connects to loopback addresses and
// no other.
#include "audits/exposure/dialogues/dicom.hpp"
#include "audits/exposure/dialogues/mllp.hpp"
#include "audits/exposure/dialogues/modbus.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cstdlib>
#include <string_view>

namespace {

using namespace hygie;
using namespace hygie::exposure;

class Talk {
 public:
  Talk(const char* address, int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    const bool loopback = ::inet_pton(AF_INET, address, &to.sin_addr) == 1 && (ntohl(to.sin_addr.s_addr) >> 24U) == 127;
    const timeval patience{2, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    open_ = loopback && ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
  }
  ~Talk() { ::close(socket_); }
  Talk(const Talk&) = delete;
  Talk& operator=(const Talk&) = delete;
  [[nodiscard]] bool open() const { return open_; }
  void say(const net::Buffer& bytes) const { (void)!::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
  /// Until `size` knows how long the answer is and that much is there, or nothing more comes.
  template <class Size>
  net::Buffer hear(Size size) const {
    net::Buffer heard;
    for (;;) {
      if (const auto whole = size(heard); whole && *whole <= heard.size()) return heard;
      std::uint8_t block[4096];
      const auto got = ::recv(socket_, block, sizeof block, 0);
      if (got <= 0 || heard.size() > 65536) return heard;
      heard.insert(heard.end(), block, block + got);
    }
  }

 private:
  int socket_;
  bool open_ = false;
};

int dicom_talk(const Talk& talk, const dicom::Titles& titles) {
  const auto whole = [](net::Bytes begun) { return dicom::pdu_size(begun); };
  talk.say(dicom::associate_request(titles, dicom::service_classes()));
  const auto answer = dicom::read_answer(talk.hear(whole));
  if (!answer) return 1;
  if (const auto* refused = std::get_if<dicom::Rejected>(&*answer))
    fmt::print("answer=rejected\nreason={}\n", dicom::reason_of(*refused));
  const auto* said = std::get_if<dicom::Accepted>(&*answer);
  if (said == nullptr) return 0;
  const auto toolkit = dicom::toolkit_of(*said);
  fmt::print("answer=accepted\ntoolkit={}\nversion={}\n", toolkit.name, toolkit.version);
  unsigned identifier = 1;
  for (const auto& one : dicom::service_classes()) {
    const auto result = said->contexts.find(static_cast<std::uint8_t>(identifier));
    if (result != said->contexts.end() && result->second == 0) fmt::print("offers={} {}\n", one.word, one.uid);
    identifier += 2;
  }
  talk.say(dicom::echo_request(1));
  const auto echo = dicom::read_answer(talk.hear(whole));
  if (echo && std::holds_alternative<dicom::Echoed>(*echo))
    fmt::print("echo={}\n", std::get<dicom::Echoed>(*echo).status);
  talk.say(dicom::release_request());
  const auto bye = dicom::read_answer(talk.hear(whole));
  fmt::print("released={}\n", bye && std::holds_alternative<dicom::Released>(*bye) ? "yes" : "no");
  return 0;
}

int mllp_talk(const Talk& talk, bool event) {
  const auto now = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  talk.say(event ? mllp::private_event(now, "HYGIE1") : mllp::empty_block());
  const auto answer = mllp::read_answer(talk.hear([](net::Bytes begun) { return mllp::block_size(begun); }));
  if (!answer) return 1;
  fmt::print("acknowledgement={}\ncontrol={}\nversion={}\n", answer->acknowledgement, answer->control_id,
             answer->version);
  return 0;
}

int modbus_talk(const Talk& talk) {
  talk.say(modbus::identification_request(1, 1));
  const auto answer = modbus::read_answer(talk.hear([](net::Bytes begun) { return modbus::frame_size(begun); }), 1);
  if (!answer) return 1;
  for (const auto& [object, text] : answer->objects) fmt::print("object{}={}\n", object, text);
  if (answer->exception) fmt::print("exception={}\n", *answer->exception);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const std::string_view protocol = argv[1];
  const Talk talk(argv[2], std::atoi(argv[3]));
  if (!talk.open()) return 3;
  if (protocol == "dicom") return dicom_talk(talk, {argc > 4 ? argv[4] : "ANY-SCP", argc > 5 ? argv[5] : "HYGIE"});
  if (protocol == "modbus") return modbus_talk(talk);
  return mllp_talk(talk, protocol == "mllp-event");
}
