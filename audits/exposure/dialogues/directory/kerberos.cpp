// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/directory/directory.hpp"
#include "audits/exposure/dialogues/support/ber.hpp"
#include "audits/exposure/dialogues/support/text.hpp"

namespace hygie::exposure {
namespace {

using ber::constructed;

constexpr std::uint8_t general_string = 0x1b, generalized_time = 0x18;
constexpr std::uint8_t as_request = ber::application(10), krb_error = ber::application(30);
constexpr std::string_view realm_of_nobody = "HYGIE.INVALID";

void principal(ber::Writer& out, int kind, std::initializer_list<std::string_view> names) {
  out.group(ber::sequence, [&](ber::Writer& name) {
    name.group(constructed(0), [&](ber::Writer& type) { type.number(kind); });
    name.group(constructed(1), [&](ber::Writer& strings) {
      strings.group(ber::sequence, [&](ber::Writer& list) {
        for (const auto one : names) list.text(one, general_string);
      });
    });
  });
}

void request_body(ber::Writer& body) {
  constexpr std::uint8_t no_options[]{0, 0, 0, 0, 0};  // no unused bit, 32 flags
  body.group(constructed(0), [&](ber::Writer& out) { out.bytes(no_options, ber::bit_string); });
  body.group(constructed(1), [](ber::Writer& out) { principal(out, 1, {"hygie"}); });
  body.group(constructed(2), [](ber::Writer& out) { out.text(realm_of_nobody, general_string); });
  body.group(constructed(3), [](ber::Writer& out) { principal(out, 2, {"krbtgt", realm_of_nobody}); });
  body.group(constructed(5), [](ber::Writer& out) { out.text("20370913024805Z", generalized_time); });
  body.group(constructed(7), [](ber::Writer& out) { out.number(0x68796769); });
  body.group(constructed(8), [](ber::Writer& out) {
    out.group(ber::sequence, [](ber::Writer& kinds) { kinds.number(18).number(17).number(23); });
  });
}

/// 2026-11-25T10:00:00Z of "20261125100000Z".
std::string time_text(std::string_view time) {
  if (time.size() != 15 || time.find_first_not_of("0123456789") != 14) return bounded(time, 32);
  std::string out(time.substr(0, 4));
  for (const std::size_t at : {4U, 6U}) out.append("-").append(time.substr(at, 2));
  out.append("T").append(time.substr(8, 2));
  for (const std::size_t at : {10U, 12U}) out.append(":").append(time.substr(at, 2));
  return out + "Z";
}

}  // namespace

net::Buffer kerberos_request() {
  ber::Writer request;
  request.group(as_request, [](ber::Writer& outer) {
    outer.group(ber::sequence, [](ber::Writer& out) {
      out.group(constructed(1), [](ber::Writer& version) { version.number(5); });
      out.group(constructed(2), [](ber::Writer& kind) { kind.number(10); });
      out.group(constructed(4), [](ber::Writer& body) { body.group(ber::sequence, request_body); });
    });
  });
  net::NetworkWriter framed;
  framed.counted(4, [&](net::NetworkWriter& out) { out.bytes(request.take()); });
  return framed.take();
}

Step read_kerberos(net::Bytes heard) {
  if (heard.size() < 5) return Step::waits();
  net::NetworkCursor at(heard);
  const std::size_t size = at.u32();
  if (size < 8 || size > 8192 || heard[4] != krb_error) return Step::refuses();
  if (heard.size() < size + 4) return Step::waits();
  ber::Cursor outer(heard.subspan(4, size));
  auto error = outer.inside(krb_error).inside(ber::sequence);
  Identity service{"kerberos", {}};
  while (!error.empty() && error.ok()) {
    const auto tag = error.peek();
    auto field = error.inside(tag);
    if (tag == constructed(0) && field.number() != 5) return Step::refuses();
    if (tag == constructed(4)) service.said["time"] = time_text(field.text(generalized_time));
    if (tag == constructed(6)) service.said["error"] = std::to_string(field.number());
    if (tag == constructed(7)) service.said["client_realm"] = bounded(field.text(general_string));
    if (tag == constructed(9)) service.said["realm"] = bounded(field.text(general_string));
    if (tag == constructed(11)) service.said["text"] = bounded(field.text(general_string));
    if (!field.ok()) return Step::refuses();
  }
  return error.ok() && service.said.contains("error") ? Step::knows(std::move(service)) : Step::refuses();
}

}  // namespace hygie::exposure
