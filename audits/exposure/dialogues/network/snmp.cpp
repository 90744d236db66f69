// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/network/network.hpp"
#include "audits/exposure/dialogues/support/ber.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

#include <fmt/format.h>

namespace hygie::exposure {
namespace {

using net::Bytes;

constexpr std::uint8_t get_request = ber::constructed(0), response = ber::constructed(2), report = ber::constructed(8);
constexpr std::int64_t request_id = 0x68796769;
constexpr std::uint8_t system_description[]{0x2b, 6, 1, 2, 1, 1, 1, 0};
constexpr std::string_view community = "public";

/// GetRequest of sysDescr.0 (RFC 1157, 4.1; RFC 1901).
net::Buffer get(int version) {
  ber::Writer out;
  out.group(ber::sequence, [&](ber::Writer& message) {
    message.number(version).text(community).group(get_request, [](ber::Writer& pdu) {
      pdu.number(request_id).number(0).number(0).group(ber::sequence, [](ber::Writer& bindings) {
        bindings.group(ber::sequence, [](ber::Writer& one) {
          one.bytes(system_description, ber::object_identifier).bytes({}, ber::null);
        });
      });
    });
  });
  return out.take();
}

/// SnmpEngineID (RFC 3411, 5): the maker's number, and what the rest is made of.
void read_engine(Bytes engine, Said& said) {
  if (engine.size() < 5 || engine.size() > 32) return;
  net::NetworkCursor at(engine);
  const auto first = at.u32();
  said["engine_id"] = hexadecimal(engine);
  said["enterprise"] = std::to_string(first & 0x7fffffffU);
  if ((first & 0x80000000U) == 0) return;
  const auto form = at.u8();
  if (form == 3 && at.left() == 6) said["mac"] = hexadecimal(at.rest());
  if (form == 1 && at.left() == 4) {
    const auto ip = at.rest();
    said["address"] = fmt::format("{}.{}.{}.{}", ip[0], ip[1], ip[2], ip[3]);
  }
  if (form == 4) said["engine_text"] = bounded(net::as_text(at.rest()), 32);
}

}  // namespace

net::Buffer snmp1_request() { return get(0); }
net::Buffer snmp2_request() { return get(1); }

Step read_snmp(Bytes heard) {
  ber::Cursor outer(heard);
  auto message = outer.inside(ber::sequence);
  const auto version = message.number();
  const auto name = message.text(ber::octets);
  auto pdu = message.inside(response);
  const auto id = pdu.number(), error = pdu.number();
  pdu.number();
  auto binding = pdu.inside(ber::sequence).inside(ber::sequence);
  binding.take(ber::object_identifier);
  const auto kind = binding.peek();
  const auto value = net::as_text(binding.take_any());
  if (!binding.ok() || id != request_id || version < 0 || version > 1) return Step::refuses();
  Identity service{"snmp", {{version == 0 ? "snmp1" : "snmp2c", "answered"}, {"community", bounded(name, 64)}}};
  if (error != 0) service.said["error"] = std::to_string(error);
  if (kind == ber::octets) service.said["description"] = bounded(value);
  return Step::knows(std::move(service));
}

net::Buffer snmp3_discovery() {
  constexpr std::uint8_t reportable[]{4};
  ber::Writer parameters;
  parameters.group(ber::sequence,
                   [](ber::Writer& usm) { usm.text("").number(0).number(0).text("").text("").text(""); });
  ber::Writer out;
  out.group(ber::sequence, [&](ber::Writer& message) {
    message.number(3).group(ber::sequence, [&](ber::Writer& global) {
      global.number(request_id).number(65507).bytes(reportable).number(3);
    });
    message.bytes(parameters.take()).group(ber::sequence, [](ber::Writer& scoped) {
      scoped.text("").text("").group(get_request, [](ber::Writer& pdu) {
        pdu.number(request_id).number(0).number(0).group(ber::sequence, [](ber::Writer&) {});
      });
    });
  });
  return out.take();
}

Step read_snmp3(Bytes heard) {
  ber::Cursor outer(heard);
  auto message = outer.inside(ber::sequence);
  const auto version = message.number();
  auto global = message.inside(ber::sequence);
  const auto id = global.number();
  ber::Cursor parameters(message.take(ber::octets));
  auto usm = parameters.inside(ber::sequence);
  const auto engine = usm.take(ber::octets);
  const auto boots = usm.number(), time = usm.number();
  if (!message.ok() || !usm.ok() || version != 3 || id != request_id) return Step::refuses();
  Identity service{"snmp",
                   {{"snmp3", "answered"}, {"boots", std::to_string(boots)}, {"engine_seconds", std::to_string(time)}}};
  read_engine(engine, service.said);
  auto scoped = message.optional(ber::sequence);
  if (scoped) {
    scoped->take(ber::octets);
    scoped->take(ber::octets);
    service.said["answer"] = scoped->peek() == report ? "report" : "other";
  }
  return Step::knows(std::move(service));
}

}  // namespace hygie::exposure
