// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/building/building.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/format.h>
#include <array>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::NetworkCursor;
using net::NetworkWriter;

// ASHRAE 135, annex J (BACnet/IP) and clauses 6 (network), 20 (application), 21 (numbers)
constexpr std::uint8_t bacnet_ip = 0x81, original_unicast = 0x0a, original_broadcast = 0x0b, forwarded = 0x04;
constexpr std::uint32_t device_object = 8U << 22U, any_instance = 0x3fffff;
constexpr std::uint8_t read_property = 12, i_am = 0;

struct Property {
  std::uint8_t number;
  std::string_view fact;
};
constexpr std::uint8_t object_identifier = 75;
constexpr std::array<Property, 5> properties{
    {{121, "vendor"}, {70, "product"}, {44, "version"}, {12, "application_version"}, {77, "object_name"}}};

template <class Write>
net::Buffer message(Write write) {
  NetworkWriter body;
  write(body);
  NetworkWriter out;
  out.u8(bacnet_ip).u8(original_unicast).u16(static_cast<unsigned>(4 + body.out().size())).bytes(body.out());
  return out.take();
}
net::Buffer who_is() {
  return message([](NetworkWriter& out) { out.u8(1).u8(0).u8(0x10).u8(8); });
}
net::Buffer read_request(std::uint32_t instance, std::uint8_t property, std::uint8_t invoke) {
  return message([&](NetworkWriter& out) {
    out.u8(1).u8(4).u8(0).u8(5).u8(invoke).u8(read_property);
    out.u8(0x0c).u32(device_object | instance).u8(0x19).u8(property);
  });
}

/// Past the link's and the network's headers; absent when it is not BACnet/IP.
std::optional<Bytes> application_of(Bytes heard) {
  NetworkCursor at(heard);
  const auto link = at.u8(), function = at.u8();
  if (link != bacnet_ip || at.u16() != heard.size()) return std::nullopt;
  if (function == forwarded) at.take(6);
  if (function != forwarded && function != original_unicast && function != original_broadcast) return std::nullopt;
  const auto version = at.u8(), control = at.u8();
  constexpr unsigned network_message = 0x80, to = 0x20, from = 0x08;
  if (version != 1 || (control & network_message) != 0) return std::nullopt;
  for (const auto side : {to, from})
    if ((control & side) != 0) {
      at.u16();
      at.counted(1);
    }
  if ((control & to) != 0) at.u8();
  return at.ok() && at.left() > 0 ? std::optional(at.rest()) : std::nullopt;
}

/// A value's tag and its content (20.2.1).
struct Value {
  unsigned tag = 0;
  Bytes content = {};
};
Value take_value(NetworkCursor& at) {
  const unsigned head = at.u8();
  std::size_t size = head & 7U;
  if (size == 5) size = at.u8();
  if (size == 254) size = at.u16();
  return {head >> 4U, at.take(size)};
}
std::string text_of(const Value& value) {
  // characters: a byte for the set, 0 being UTF-8
  if (value.tag == 7 && value.content.size() > 1) return bounded(net::as_text(value.content.subspan(1)));
  return {};
}

class Bacnet final : public Dialogue {
 public:
  explicit Bacnet(bool asks_who) : asks_who_(asks_who) {}
  net::Buffer opening() override { return asks_who_ ? who_is() : read_request(any_instance, object_identifier, 0); }
  Step hear(Bytes heard) override {
    const auto body = application_of(heard);
    if (!body) return known_ ? Step::waits() : Step::refuses();
    NetworkCursor at(*body);
    const unsigned kind = at.u8() >> 4U;
    const auto second = at.u8();
    constexpr unsigned unconfirmed = 1, complex_answer = 3, error = 5, reject = 6, abort = 7;
    if (kind == unconfirmed && second == i_am && !known_) return identified(take_value(at));
    if (second != invoke_ || (kind != complex_answer && kind != error && kind != reject && kind != abort))
      return known_ ? Step::waits() : Step::refuses();
    if (kind != complex_answer) {
      if (!known_ && invoke_ == 0 && asks_who_) return Step::refuses();
      if (!known_) service_.said["refused"] = kind == error ? "error" : kind == reject ? "reject" : "abort";
      known_ = true;
      return next();
    }
    if (at.u8() != read_property) return end();
    return answered(at);
  }
  Step end() override { return known_ ? Step::knows(service_) : Step::refuses(); }

 private:
  Step identified(const Value& value) {
    if (value.content.size() != 4) return Step::refuses();
    instance_ = NetworkCursor(value.content).u32() & any_instance;
    service_.said["instance"] = std::to_string(instance_);
    known_ = true;
    return next();
  }
  Step answered(NetworkCursor at) {
    take_value(at);                                // which object
    const auto property = take_value(at).content;  // which property
    constexpr std::uint8_t opening_tag = 0x3e;
    if (at.u8() != opening_tag || property.size() != 1) return end();
    const auto value = take_value(at);
    if (!at.ok()) return end();
    if (property[0] == object_identifier && !known_) return identified(value);
    for (const auto& one : properties)
      if (one.number == property[0])
        if (auto text = text_of(value); !text.empty()) service_.said[std::string(one.fact)] = std::move(text);
    known_ = true;
    return next();
  }
  Step next() {
    if (asked_ == properties.size()) return end();
    const auto& property = properties.at(asked_++);
    return Step::says(read_request(instance_, property.number, ++invoke_));
  }

  Identity service_{"bacnet", {}};
  bool asks_who_, known_ = false;
  std::uint32_t instance_ = any_instance;
  std::uint8_t invoke_ = 0;
  std::size_t asked_ = 0;
};

}  // namespace

std::unique_ptr<Dialogue> make_bacnet() { return std::make_unique<Bacnet>(true); }
std::unique_ptr<Dialogue> make_bacnet_any() { return std::make_unique<Bacnet>(false); }

}  // namespace hygie::exposure
