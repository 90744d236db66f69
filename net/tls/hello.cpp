// SPDX-License-Identifier: EUPL-1.2
#include "net/tls/hello.hpp"

#include "core/i18n.hpp"

#include <algorithm>

namespace hygie::net::tls {
namespace {

void write_list(NetworkWriter& out, const std::vector<std::uint16_t>& values) {
  for (const auto value : values) out.u16(value);
}

template <class Write>
void write_extension(NetworkWriter& out, std::uint16_t type, Write write) {
  out.u16(type).counted(2, write);
}

void write_names(NetworkWriter& out, const HelloSpec& spec) {
  if (!spec.server_name.empty())
    write_extension(out, extension::server_name, [&](NetworkWriter& body) {
      body.counted(2, [&](NetworkWriter& list) {
        list.u8(0).counted(2, [&](NetworkWriter& name) { name.text(spec.server_name); });
      });
    });
  if (!spec.alpn.empty())
    write_extension(out, extension::alpn, [&](NetworkWriter& body) {
      body.counted(2, [&](NetworkWriter& list) {
        for (const auto& protocol : spec.alpn) list.counted(1, [&](NetworkWriter& one) { one.text(protocol); });
      });
    });
}

void write_algorithms(NetworkWriter& out, const HelloSpec& spec) {
  if (!spec.groups.empty()) {
    write_extension(out, extension::supported_groups, [&](NetworkWriter& body) {
      body.counted(2, [&](NetworkWriter& list) { write_list(list, spec.groups); });
    });
    // uncompressed points, the only form that every server must take
    write_extension(out, extension::ec_point_formats, [](NetworkWriter& body) { body.u8(1).u8(0); });
  }
  if (!spec.signature_algorithms.empty())
    write_extension(out, extension::signature_algorithms, [&](NetworkWriter& body) {
      body.counted(2, [&](NetworkWriter& list) { write_list(list, spec.signature_algorithms); });
    });
}

void write_features(NetworkWriter& out, const HelloSpec& spec) {
  write_extension(out, extension::renegotiation_info, [](NetworkWriter& body) { body.u8(0); });
  if (spec.status_request)  // OCSP, no responder preferred, no extension
    write_extension(out, extension::status_request, [](NetworkWriter& body) { body.u8(1).u16(0).u16(0); });
  if (spec.extended_master_secret) write_extension(out, extension::extended_master_secret, [](NetworkWriter&) {});
  if (spec.heartbeat)  // peer may send requests; whether the server echoes is all that is looked at
    write_extension(out, extension::heartbeat, [](NetworkWriter& body) { body.u8(1); });
  if (spec.ticket)
    write_extension(out, extension::session_ticket, [&](NetworkWriter& body) { body.bytes(*spec.ticket); });
}

void write_tls13(NetworkWriter& out, const HelloSpec& spec) {
  if (spec.version == tls13)
    write_extension(out, extension::supported_versions, [](NetworkWriter& body) { body.u8(2).u16(tls13); });
  if (spec.key_shares)
    write_extension(out, extension::key_share, [&](NetworkWriter& body) {
      body.counted(2, [&](NetworkWriter& list) {
        for (const auto& share : *spec.key_shares)
          list.u16(share.group).counted(2, [&](NetworkWriter& key) { key.bytes(share.key); });
      });
    });
}

void write_body(NetworkWriter& out, const HelloSpec& spec) {
  out.u16(std::min(spec.version, tls12)).bytes(spec.random);
  out.counted(1, [&](NetworkWriter& id) { id.bytes(spec.session_id); });
  out.counted(2, [&](NetworkWriter& list) {
    write_list(list, spec.suites);
    if (spec.fallback) list.u16(fallback_scsv);
    if (spec.version == ssl3) list.u16(renegotiation_scsv);
  });
  out.counted(1, [&](NetworkWriter& list) { list.bytes(spec.compressions); });
  if (spec.version == ssl3) return;  // extensions came with TLS 1.0; an SSLv3 server may refuse what it does not know
  out.counted(2, [&](NetworkWriter& extensions) {
    write_names(extensions, spec);
    write_algorithms(extensions, spec);
    write_features(extensions, spec);
    write_tls13(extensions, spec);
  });
}

bool writable(const HelloSpec& spec) {
  const auto short_name = [](const std::string& name) { return !name.empty() && name.size() <= 255; };
  return spec.version >= ssl3 && spec.version <= tls13 && !spec.suites.empty() && spec.suites.size() <= most_suites &&
         spec.session_id.size() <= 32 && !spec.compressions.empty() && spec.compressions.size() <= 255 &&
         spec.server_name.size() <= 253 && spec.groups.size() <= 256 && spec.signature_algorithms.size() <= 256 &&
         spec.alpn.size() <= 32 && std::all_of(spec.alpn.begin(), spec.alpn.end(), short_name);
}

}  // namespace

core::Result<Buffer> write_client_hello(const HelloSpec& spec) {
  if (!writable(spec)) return core::failure(core::ErrorCode::internal, core::tr("this TLS hello cannot be written"));
  NetworkWriter out;
  out.u8(22).u16(spec.version == ssl3 ? ssl3 : tls10);  // older servers drop a record of a version they do not know
  out.counted(
      2, [&](NetworkWriter& record) { record.u8(1).counted(3, [&](NetworkWriter& body) { write_body(body, spec); }); });
  // what follows the header must fit one record, for many servers never join two
  if (out.out().size() > 5 + 16384)
    return core::failure(core::ErrorCode::internal, core::tr("this TLS hello cannot be written"));
  return out.take();
}

Buffer write_ssl2_hello(const std::array<std::uint8_t, 16>& challenge) {
  constexpr std::uint32_t ciphers[] = {0x010080, 0x020080, 0x030080, 0x040080, 0x050080, 0x060040, 0x0700c0};
  NetworkWriter out;
  out.counted(2, [&](NetworkWriter& record) {
    record.u8(1).u16(ssl2).u16(3 * std::size(ciphers)).u16(0).u16(static_cast<unsigned>(challenge.size()));
    for (const auto cipher : ciphers) record.u24(cipher);
    record.bytes(challenge);
  });
  auto bytes = out.take();
  bytes[0] |= 0x80U;  // a header of two bytes, without padding
  return bytes;
}

std::vector<std::uint16_t> all_signature_algorithms() {
  return {0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401, 0x0501,
          0x0601, 0x081a, 0x081b, 0x081c, 0x0303, 0x0301, 0x0203, 0x0201, 0x0402, 0x0302, 0x0202, 0x0101};
}

}  // namespace hygie::net::tls
