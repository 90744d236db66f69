// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/building/modbus.hpp"

#include "audits/exposure/dialogues/building/building.hpp"

namespace hygie::exposure::modbus {
namespace {

constexpr std::uint8_t encapsulated = 0x2b, device_identification = 0x0e, basic = 1, refused = 0x80;
constexpr std::size_t header = 7, most = 260;  // MODBUS Messaging on TCP/IP V1.0b, 4.1

}  // namespace

net::Buffer identification_request(std::uint16_t transaction, std::uint8_t unit) {
  net::NetworkWriter out;
  out.u16(transaction).u16(0).counted(2, [unit](net::NetworkWriter& inside) {
    inside.u8(unit).u8(encapsulated).u8(device_identification).u8(basic).u8(0);
  });
  return out.take();
}

std::optional<std::size_t> frame_size(net::Bytes begun) {
  if (begun.size() < header) return std::nullopt;
  net::NetworkCursor at(begun.subspan(2));
  const auto protocol = at.u16();
  const std::size_t size = 6U + at.u16();
  if (protocol != 0 || size <= header || size > most) return std::nullopt;
  return size;
}

std::optional<Answer> read_answer(net::Bytes frame, std::uint16_t transaction) {
  const auto size = frame_size(frame);
  if (!size || *size != frame.size()) return std::nullopt;
  net::NetworkCursor at(frame);
  if (at.u16() != transaction) return std::nullopt;
  at.take(5);
  const auto function = at.u8();
  if (function == (encapsulated | refused)) {
    const auto code = at.u8();
    return at.ok() && at.left() == 0 ? std::optional(Answer{{}, code}) : std::nullopt;
  }
  if (function != encapsulated || at.u8() != device_identification) return std::nullopt;
  at.take(4);  // the code asked, the conformity level, more follows, the next object
  const auto count = at.u8();
  Answer answer;
  for (unsigned i = 0; i < count; ++i) {
    const auto object = at.u8();
    const auto text = net::as_text(at.counted(1));
    if (!at.ok()) return std::nullopt;
    answer.objects[object] = text;
  }
  return at.ok() ? std::optional(answer) : std::nullopt;
}

}  // namespace hygie::exposure::modbus

namespace hygie::exposure {
namespace {

using net::Bytes;

class Modbus final : public Dialogue {
 public:
  net::Buffer opening() override { return modbus::identification_request(transaction, 1); }
  Step hear(Bytes heard) override {
    if (heard.size() < 7) return Step::waits();
    const auto size = modbus::frame_size(heard);
    if (!size) return Step::refuses();
    if (heard.size() < *size) return Step::waits();
    const auto answer = modbus::read_answer(heard.first(*size), transaction);
    if (!answer) return Step::refuses();
    Identity service{"modbus", {}};
    constexpr const char* names[]{"vendor", "product", "version"};
    for (const auto& [object, text] : answer->objects)
      if (object < 3) service.said[names[object]] = text;
    if (answer->exception) service.said["exception"] = std::to_string(*answer->exception);
    return Step::knows(std::move(service));
  }

 private:
  static constexpr std::uint16_t transaction = 0x6879;
};

}  // namespace

std::unique_ptr<Dialogue> make_modbus() { return std::make_unique<Modbus>(); }

}  // namespace hygie::exposure
