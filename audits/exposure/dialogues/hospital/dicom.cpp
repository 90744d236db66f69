// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/hospital/dicom.hpp"

#include <algorithm>
#include <array>

namespace hygie::exposure::dicom {
namespace {

using net::Bytes;
using net::NetworkCursor;
using net::NetworkWriter;

// PDU types (PS3.8, 9.3) and item types (9.3.2 and 9.3.3, annex D).
enum : std::uint8_t { associate_rq = 1, associate_ac, associate_rj, p_data, release_rq, release_rp, abort_pdu };
enum : std::uint8_t {
  application_item = 0x10,
  proposed_item = 0x20,
  result_item = 0x21,
  abstract_item = 0x30,
  transfer_item = 0x40,
  user_item = 0x50,
  length_item = 0x51,
  uid_item = 0x52,
  version_item = 0x55
};

constexpr std::string_view application_context = "1.2.840.10008.3.1.1.1";
constexpr std::string_view verification = "1.2.840.10008.1.1";
constexpr std::string_view implicit_little_endian = "1.2.840.10008.1.2";
// An UID made from an UUID, as PS3.5 annex B.2 allows without any registration.
constexpr std::string_view own_uid = "2.25.302711904415768512393306251498713275013";
constexpr std::uint32_t own_max_length = 16384;

constexpr std::array<ServiceClass, 20> classes{{
    {"1.2.840.10008.1.1", "verification"},
    {"1.2.840.10008.5.1.4.1.1.1", "storage"},       // computed radiography
    {"1.2.840.10008.5.1.4.1.1.1.1", "storage"},     // digital X-ray
    {"1.2.840.10008.5.1.4.1.1.2", "storage"},       // CT
    {"1.2.840.10008.5.1.4.1.1.4", "storage"},       // MR
    {"1.2.840.10008.5.1.4.1.1.6.1", "storage"},     // ultrasound
    {"1.2.840.10008.5.1.4.1.1.7", "storage"},       // secondary capture
    {"1.2.840.10008.5.1.4.1.1.88.22", "storage"},   // enhanced structured report
    {"1.2.840.10008.5.1.4.1.1.104.1", "storage"},   // encapsulated PDF
    {"1.2.840.10008.5.1.4.1.2.1.1", "query"},       // patient root, FIND
    {"1.2.840.10008.5.1.4.1.2.1.2", "retrieve"},    // patient root, MOVE
    {"1.2.840.10008.5.1.4.1.2.1.3", "retrieve"},    // patient root, GET
    {"1.2.840.10008.5.1.4.1.2.2.1", "query"},       // study root, FIND
    {"1.2.840.10008.5.1.4.1.2.2.2", "retrieve"},    // study root, MOVE
    {"1.2.840.10008.5.1.4.1.2.2.3", "retrieve"},    // study root, GET
    {"1.2.840.10008.5.1.4.31", "worklist"},         // modality worklist, FIND
    {"1.2.840.10008.3.1.2.3.3", "procedure-step"},  // modality performed procedure step
    {"1.2.840.10008.1.20.1", "storage-commitment"},
    {"1.2.840.10008.5.1.1.9", "print"},   // basic grayscale print
    {"1.2.840.10008.5.1.1.18", "print"},  // basic colour print
}};

/// An item: its type, a reserved byte, its length on two bytes.
template <class Write>
void item(NetworkWriter& out, std::uint8_t type, Write write) {
  out.u8(type).u8(0).counted(2, write);
}
void text_item(NetworkWriter& out, std::uint8_t type, std::string_view text) {
  item(out, type, [&](NetworkWriter& inside) { inside.text(text); });
}
/// A PDU: its type, a reserved byte, its length on four bytes.
template <class Write>
net::Buffer pdu(std::uint8_t type, Write write) {
  NetworkWriter out;
  out.u8(type).u8(0).counted(4, write);
  return out.take();
}

void title(NetworkWriter& out, std::string_view text) {
  std::string padded(text.substr(0, 16));
  padded.resize(16, ' ');
  out.text(padded);
}

std::string trimmed(Bytes bytes) {
  auto text = net::as_text(bytes);
  while (!text.empty() && (text.back() == '\0' || text.back() == ' ')) text.remove_suffix(1);
  return std::string(text);
}

void read_user_items(Bytes items, Accepted& accepted) {
  NetworkCursor at(items);
  while (at.left() >= 4) {
    const auto type = at.u8();
    at.u8();
    const auto value = at.counted(2);
    if (!at.ok()) return;
    if (type == length_item && value.size() == 4) accepted.max_length = NetworkCursor(value).u32();
    if (type == uid_item) accepted.implementation_uid = trimmed(value);
    if (type == version_item) accepted.implementation_version = trimmed(value);
  }
}

std::optional<Answer> read_accepted(Bytes body) {
  NetworkCursor at(body);
  const auto version = at.u16();
  at.take(2 + 16 + 16 + 32);
  if (!at.ok() || (version & 1U) == 0) return std::nullopt;
  Accepted accepted;
  bool has_application = false;
  while (at.left() >= 4) {
    const auto type = at.u8();
    at.u8();
    const auto value = at.counted(2);
    if (!at.ok()) return std::nullopt;
    has_application |= type == application_item;
    if (type == result_item && value.size() >= 4) accepted.contexts[value[0]] = value[2];
    if (type == user_item) read_user_items(value, accepted);
  }
  if (!has_application && accepted.contexts.empty()) return std::nullopt;
  return accepted;
}

std::uint32_t little(Bytes bytes) {
  std::uint32_t value = 0;
  for (auto i = bytes.size(); i-- > 0;) value = value << 8U | bytes[i];
  return value;
}

/// The command set of a C-ECHO-RSP: elements of group 0000 in implicit little endian (PS3.7, 6.3.1).
std::optional<Answer> read_echo(Bytes body) {
  NetworkCursor at(body);
  const auto value = at.counted(4);
  if (!at.ok() || value.size() < 2 || (value[1] & 1U) == 0) return std::nullopt;  // not a command
  NetworkCursor elements(value.subspan(2));
  std::optional<std::uint32_t> command, status;
  while (elements.left() >= 8) {
    const auto tag = elements.take(4);
    const auto size = little(elements.take(4));
    const auto data = elements.take(size);
    if (!elements.ok()) return std::nullopt;
    if (little(tag.first(2)) != 0 || data.size() != 2) continue;
    if (little(tag.subspan(2)) == 0x0100) command = little(data);
    if (little(tag.subspan(2)) == 0x0900) status = little(data);
  }
  if (command != 0x8030U || !status) return std::nullopt;
  return Echoed{static_cast<std::uint16_t>(*status)};
}

}  // namespace

std::span<const ServiceClass> service_classes() { return classes; }

net::Buffer associate_request(const Titles& titles, std::span<const ServiceClass> proposed) {
  return pdu(associate_rq, [&](NetworkWriter& out) {
    out.u16(1).u16(0);
    title(out, titles.called);
    title(out, titles.calling);
    for (int i = 0; i < 8; ++i) out.u32(0);
    text_item(out, application_item, application_context);
    unsigned identifier = 1;
    for (const auto& one : proposed) {
      item(out, proposed_item, [&](NetworkWriter& context) {
        context.u8(identifier).u8(0).u8(0).u8(0);
        text_item(context, abstract_item, one.uid);
        text_item(context, transfer_item, implicit_little_endian);
      });
      identifier += 2;
    }
    item(out, user_item, [](NetworkWriter& user) {
      item(user, length_item, [](NetworkWriter& inside) { inside.u32(own_max_length); });
      text_item(user, uid_item, own_uid);
      text_item(user, version_item, "HYGIE");
    });
  });
}

net::Buffer echo_request(std::uint8_t context) {
  NetworkWriter command;
  const auto element = [&](unsigned number, Bytes value) {
    const auto small = [&](std::size_t n) { command.u8(n & 0xffU).u8(n >> 8U & 0xffU); };
    small(0);
    small(number);
    small(value.size());
    small(0);
    command.bytes(value);
  };
  const std::string uid = std::string(verification) + '\0';  // of even length
  const std::uint8_t ask[]{0x30, 0x00}, message[]{0x01, 0x00}, no_data[]{0x01, 0x01};
  element(0x0002, net::as_bytes(uid));
  element(0x0100, ask);
  element(0x0110, message);
  element(0x0800, no_data);
  const auto elements = command.take();
  NetworkWriter group;  // (0000,0000): how long the rest is
  group.u32(0).u8(4).u8(0).u8(0).u8(0).u8(elements.size() & 0xffU).u8(0).u8(0).u8(0).bytes(elements);
  return pdu(p_data, [&](NetworkWriter& out) {
    out.counted(4, [&](NetworkWriter& value) { value.u8(context).u8(3).bytes(group.out()); });
  });
}

net::Buffer release_request() {
  return pdu(release_rq, [](NetworkWriter& out) { out.u32(0); });
}

bool may_be_pdu(Bytes begun) {
  if (begun.empty()) return true;
  return begun[0] >= associate_ac && begun[0] <= abort_pdu && (begun.size() < 2 || begun[1] == 0);
}

std::optional<std::size_t> pdu_size(Bytes begun, std::size_t most) {
  if (begun.size() < 6 || !may_be_pdu(begun)) return std::nullopt;
  const std::size_t size = std::size_t{6} + NetworkCursor(begun.subspan(2)).u32();
  return size > most ? std::nullopt : std::optional(size);
}

std::optional<Answer> read_answer(Bytes bytes) {
  const auto size = pdu_size(bytes, bytes.size());
  if (!size || *size != bytes.size()) return std::nullopt;
  const auto body = bytes.subspan(6);
  switch (bytes[0]) {
    case associate_ac: return read_accepted(body);
    case associate_rj:
      if (body.size() != 4) return std::nullopt;
      return Rejected{body[1], body[2], body[3]};
    case p_data: return read_echo(body);
    case release_rp: return body.size() == 4 ? std::optional<Answer>(Released{}) : std::nullopt;
    case abort_pdu:
      if (body.size() != 4) return std::nullopt;
      return Aborted{body[2], body[3]};
    default: return std::nullopt;
  }
}

std::string_view reason_of(const Rejected& rejected) {
  if (rejected.source == 1) {  // the service user
    switch (rejected.reason) {
      case 1: return "no reason given";
      case 2: return "application context not supported";
      case 3: return "calling AE title not recognized";
      case 7: return "called AE title not recognized";
      default: break;
    }
  }
  if (rejected.source == 2 && rejected.reason == 2) return "protocol version not supported";
  if (rejected.source == 3 && rejected.reason == 1) return "temporary congestion";
  if (rejected.source == 3 && rejected.reason == 2) return "local limit exceeded";
  return "reason unknown";
}

Toolkit toolkit_of(const Accepted& accepted) {
  struct Known {
    std::string_view root, version_prefix, name;
  };
  // Roots under which these projects number their implementations.
  constexpr std::array<Known, 4> known{{{"1.2.276.0.7230010.3", "OFFIS_DCMTK_", "DCMTK"},
                                        {"1.2.40.0.13.1", "dcm4che-", "dcm4che"},
                                        {"1.2.826.0.1.3680043.9.3811", "PYNETDICOM_", "pynetdicom"},
                                        {"1.3.6.1.4.1.30071.8", "fo-dicom ", "fo-dicom"}}};
  const std::string_view uid = accepted.implementation_uid, version = accepted.implementation_version;
  for (const auto& one : known) {
    const bool under = uid == one.root || (uid.starts_with(one.root) && uid[one.root.size()] == '.');
    if (!under && !version.starts_with(one.version_prefix)) continue;
    Toolkit toolkit{std::string(one.name), {}};
    if (version.starts_with(one.version_prefix)) toolkit.version = version.substr(one.version_prefix.size());
    // DCMTK and pynetdicom write 3.6.7 as 367
    if (toolkit.version.size() == 3 && std::all_of(toolkit.version.begin(), toolkit.version.end(),
                                                   [](unsigned char c) { return c >= '0' && c <= '9'; }))
      toolkit.version = {toolkit.version[0], '.', toolkit.version[1], '.', toolkit.version[2]};
    return toolkit;
  }
  return {};
}

}  // namespace hygie::exposure::dicom
