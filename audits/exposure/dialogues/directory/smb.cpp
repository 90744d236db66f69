// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/directory/directory.hpp"
#include "audits/exposure/dialogues/support/ber.hpp"
#include "audits/exposure/dialogues/support/text.hpp"
#include "net/little.hpp"

#include <fmt/format.h>
#include <array>

namespace hygie::exposure {
namespace {

using net::Bytes;
using net::LittleCursor;

constexpr std::size_t frame_header = 4, longest_frame = 16384;

/// The length of a message in front of it (MS-SMB2 2.1), and the message when it is whole.
struct Frame {
  bool malformed = false, whole = false;
  Bytes message = {};
};
Frame frame_of(Bytes heard, std::string_view magic) {
  if (!heard.empty() && heard[0] != 0) return {.malformed = true};
  if (heard.size() < frame_header + magic.size()) return {};
  const std::size_t size = net::NetworkCursor(heard.first(frame_header)).u32();
  const auto begun = net::as_text(heard.subspan(frame_header));
  if (size < 36 || size > longest_frame || !begun.starts_with(magic)) return {.malformed = true};
  if (heard.size() < frame_header + size) return {};
  return {.whole = true, .message = heard.subspan(frame_header, size)};
}

net::Buffer framed(const net::Buffer& message) {
  net::NetworkWriter out;
  out.counted(4, [&](net::NetworkWriter& inside) { inside.bytes(message); });
  return out.take();
}

/// The ways to prove oneself that SPNEGO offers (RFC 4178, 4.2.1).
std::string mechanisms_of(Bytes blob) {
  std::string list;
  ber::Cursor outer(blob);
  auto token = outer.inside(ber::application(0));
  token.take(ber::object_identifier);
  auto kinds =
      token.inside(ber::constructed(0)).inside(ber::sequence).inside(ber::constructed(0)).inside(ber::sequence);
  while (!kinds.empty() && kinds.ok()) {
    const auto identifier = ber::identifier_text(kinds.take(ber::object_identifier));
    // Kerberos goes by two numbers, one of them a slip that stayed
    const bool kerberos = identifier == "1.2.840.113554.1.2.2" || identifier == "1.2.840.48018.1.2.2";
    const auto name = kerberos                                 ? "kerberos"
                      : identifier == "1.3.6.1.4.1.311.2.2.10" ? "ntlm"
                      : identifier == "1.3.6.1.4.1.311.2.2.30" ? "negoex"
                                                               : identifier;
    if (list.find(name) == std::string::npos) append_to_list(list, name);
  }
  return list;
}

std::string_view signing_of(unsigned enabled, unsigned required) {
  return required != 0 ? "required" : enabled != 0 ? "optional" : "disabled";
}

std::string dialect_of(unsigned revision) {
  switch (revision) {
    case 0x0202: return "2.0.2";
    case 0x0210: return "2.1";
    case 0x0300: return "3.0";
    case 0x0302: return "3.0.2";
    case 0x0311: return "3.1.1";
    default: return fmt::format("{:04x}", revision);
  }
}

/// MS-SMB2 2.2.4.1.2: the cipher chosen; empty when none was named.
std::string cipher_of(Bytes contexts, unsigned count) {
  constexpr std::array<std::string_view, 5> ciphers{"none", "aes-128-ccm", "aes-128-gcm", "aes-256-ccm", "aes-256-gcm"};
  LittleCursor at(contexts);
  for (unsigned i = 0; i < count && at.ok(); ++i) {
    const auto kind = at.u16();
    const std::size_t size = at.u16();
    at.u32();
    LittleCursor data(at.take(size));
    at.take(std::min(at.left(), (8 - size % 8) % 8));
    if (kind != 2 || data.u16() != 1) continue;
    const auto cipher = data.u16();
    if (data.ok()) return cipher < ciphers.size() ? std::string(ciphers.at(cipher)) : fmt::format("{:04x}", cipher);
  }
  return {};
}

}  // namespace

net::Buffer smb1_negotiation() {
  net::LittleWriter out;
  out.text("\xffSMB").u8(0x72).u32(0).u8(0x18).u16(0x2801).u16(0).u64(0).u16(0);
  out.u16(0).u16(0x6879).u16(0).u16(1);  // tree, process, user, multiplex
  out.u8(0).u16(12).u8(2).text("NT LM 0.12").u8(0);
  return framed(out.take());
}

Step read_smb1(Bytes heard) {
  const auto frame = frame_of(heard, "\xffSMB\x72");
  if (frame.malformed) return Step::refuses();
  if (!frame.whole) return Step::waits();
  LittleCursor at(frame.message.subspan(32));
  const auto words = at.u8();
  const auto dialect = at.u16();
  Identity service{"smb", {{"smb1", dialect == 0xffff ? "refused" : "accepted"}}};
  if (dialect == 0xffff || words != 17) return Step::knows(std::move(service));
  const auto security = at.u8();
  at.take(4 + 12);  // sessions, sizes, session key
  const auto capabilities = at.u32();
  const auto time = at.u64();
  at.u16();
  const auto challenge = at.u8();
  at.u16();
  if (!at.ok()) return Step::refuses();
  service.said["dialect"] = "NT LM 0.12";
  service.said["signing"] = signing_of(security & 4U, security & 8U);
  service.said["security_level"] = (security & 1U) != 0 ? "user" : "share";
  service.said["time"] = utc_of_filetime(time);
  constexpr std::uint32_t extended_security = 0x80000000;
  if ((capabilities & extended_security) != 0) {
    service.said["guid"] = hexadecimal(at.take(16));
  } else {
    at.take(challenge);
    // two names in UTF-16, each ended by a zero
    const auto names = from_utf16(at.rest());
    service.said["domain"] = bounded(until_zero(names));
    const auto second = names.find('\0');
    if (second != std::string::npos)
      service.said["host"] = bounded(until_zero(std::string_view(names).substr(second + 1)));
  }
  return Step::knows(std::move(service));
}

net::Buffer smb2_negotiation() {
  net::LittleWriter out;
  out.text("\xfeSMB").u16(64).u16(0).u32(0).u16(0).u16(1).u32(0).u32(0).u64(0).u32(0).u32(0).u64(0).zeros(16);
  constexpr std::array<std::uint16_t, 5> dialects{0x0202, 0x0210, 0x0300, 0x0302, 0x0311};
  // signing known, no capability but encryption; the client's identifier says who asks
  out.u16(36).u16(dialects.size()).u16(1).u16(0).u32(0x40).text("hygie-exposition");
  out.u32(112).u16(2).u16(0);
  for (const auto dialect : dialects) out.u16(dialect);
  out.zeros(2);
  out.u16(1).u16(38).u32(0).u16(1).u16(32).u16(1).zeros(32).zeros(2);  // SHA-512, a salt
  out.u16(2).u16(10).u32(0).u16(4).u16(2).u16(1).u16(4).u16(3);        // four ciphers
  return framed(out.take());
}

Step read_smb2(Bytes heard) {
  const auto frame = frame_of(heard, "\xfeSMB");
  if (frame.malformed) return Step::refuses();
  if (!frame.whole) return Step::waits();
  if (frame.message.size() < 64 + 65) return Step::refuses();
  LittleCursor at(frame.message.subspan(64));
  if (at.u16() != 65) return Step::refuses();
  const auto security = at.u16();
  const auto dialect = at.u16();
  const auto contexts = at.u16();
  const auto guid = at.take(16);
  const auto capabilities = at.u32();
  at.take(12);
  const auto time = at.u64(), started = at.u64();
  const std::size_t blob_at = at.u16(), blob_size = at.u16(), contexts_at = at.u32();
  if (!at.ok()) return Step::refuses();
  Identity service{"smb", {{"dialect", dialect_of(dialect)}, {"guid", hexadecimal(guid)}}};
  service.said["signing"] = signing_of(security & 1U, security & 2U);
  service.said["time"] = utc_of_filetime(time);
  if (started != 0) service.said["started"] = utc_of_filetime(started);
  constexpr std::array<std::string_view, 7> names{
      "dfs", "leasing", "large-mtu", "multi-channel", "persistent-handles", "directory-leasing", "encryption"};
  for (std::size_t i = 0; i < names.size(); ++i)
    if ((capabilities >> i & 1U) != 0) append_to_list(service.said["capabilities"], names.at(i));
  if (blob_at + blob_size <= frame.message.size())
    service.said["mechanisms"] = mechanisms_of(frame.message.subspan(blob_at, blob_size));
  if (dialect == 0x0311 && contexts_at <= frame.message.size()) {
    const auto cipher = cipher_of(frame.message.subspan(contexts_at), contexts);
    service.said["encryption"] = cipher.empty() ? "absent" : cipher;
  }
  return Step::knows(std::move(service));
}

}  // namespace hygie::exposure
