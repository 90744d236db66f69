// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/dialogues/support/ber.hpp"

#include <fmt/format.h>

namespace hygie::exposure::ber {
namespace {

struct Header {
  std::size_t header = 0, content = 0;
};

/// Absent while it is not whole; zeros when it is none.
std::optional<Header> header_of(net::Bytes begun) {
  constexpr std::uint8_t long_tag = 0x1f, long_length = 0x80;
  if (begun.empty()) return std::nullopt;
  if ((begun[0] & long_tag) == long_tag) return Header{};
  if (begun.size() < 2) return std::nullopt;
  if (begun[1] < long_length) return Header{2, begun[1]};
  const std::size_t width = begun[1] & 0x7fU;
  if (width == 0 || width > 4) return Header{};
  if (begun.size() < 2 + width) return std::nullopt;
  std::size_t length = 0;
  for (std::size_t i = 0; i < width; ++i) length = length << 8U | begun[2 + i];
  return Header{2 + width, length};
}

}  // namespace

std::optional<std::size_t> size_of(net::Bytes begun) {
  const auto header = header_of(begun);
  return header ? std::optional(header->header + header->content) : std::nullopt;
}

net::Bytes Cursor::take(std::uint8_t tag) {
  const auto header = header_of(bytes_);
  if (bytes_.empty() || bytes_[0] != tag || !header || header->header == 0 ||
      header->content > bytes_.size() - header->header) {
    ok_ = false;
    bytes_ = {};
    return {};
  }
  const auto content = bytes_.subspan(header->header, header->content);
  bytes_ = bytes_.subspan(header->header + header->content);
  return content;
}

std::int64_t Cursor::number(std::uint8_t tag) {
  const auto content = take(tag);
  if (content.empty() || content.size() > 8) {
    ok_ = false;
    return 0;
  }
  std::uint64_t value = (content[0] & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
  for (const auto byte : content) value = value << 8U | byte;
  return static_cast<std::int64_t>(value);
}

Writer& Writer::number(std::int64_t value, std::uint8_t tag) {
  net::Buffer content;
  // from the last byte up, until what is left is the sign of what was written
  for (auto left = value;;) {
    const auto byte = static_cast<std::uint8_t>(left & 0xff);
    content.insert(content.begin(), byte);
    left >>= 8;
    if ((left == 0 && byte < 0x80) || (left == -1 && byte >= 0x80)) break;
  }
  return bytes(content, tag);
}

Writer& Writer::bytes(net::Bytes content, std::uint8_t tag) {
  out_.push_back(tag);
  if (content.size() < 0x80) {
    out_.push_back(static_cast<std::uint8_t>(content.size()));
  } else {
    out_.push_back(0x82);
    out_.push_back(static_cast<std::uint8_t>(content.size() >> 8U & 0xffU));
    out_.push_back(static_cast<std::uint8_t>(content.size() & 0xffU));
  }
  out_.insert(out_.end(), content.begin(), content.end());
  return *this;
}

Writer& Writer::flag(bool value) {
  const std::uint8_t content[]{value ? std::uint8_t{0xff} : std::uint8_t{0}};
  return bytes(content, boolean);
}

std::string identifier_text(net::Bytes content) {
  if (content.empty() || content.size() > 64) return {};
  std::string out;
  std::uint64_t part = 0;
  for (const auto byte : content) {
    part = part << 7U | (byte & 0x7fU);
    if ((byte & 0x80U) != 0) continue;
    if (out.empty()) {
      const auto first = part < 80 ? part / 40 : 2;
      out = fmt::format("{}.{}", first, part - first * 40);
    } else {
      out += fmt::format(".{}", part);
    }
    part = 0;
  }
  return (content.back() & 0x80U) != 0 ? std::string() : out;
}

}  // namespace hygie::exposure::ber
