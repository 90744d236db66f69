// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/sid.hpp"

#include <fmt/format.h>
#include <charconv>

namespace hygie::directory {
namespace {

template <class Number>
bool take_number(std::string_view& text, Number& out) {
  const int base = text.starts_with("0x") ? 16 : 10;
  if (base == 16) text.remove_prefix(2);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out, base);
  if (error != std::errc{}) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

}  // namespace

std::optional<Sid> Sid::from_bytes(std::span<const std::uint8_t> bytes, std::size_t* used) {
  if (bytes.size() < 8 || bytes[0] != 1 || bytes[1] > 15) return std::nullopt;
  const std::size_t size = 8 + 4U * bytes[1];
  if (bytes.size() < size) return std::nullopt;
  Sid sid;
  sid.count_ = bytes[1];
  for (std::size_t i = 2; i < 8; ++i) sid.authority_ = sid.authority_ << 8U | bytes[i];  // big-endian, unlike the rest
  for (std::size_t i = 0; i < sid.count_; ++i) {
    const auto at = bytes.subspan(8 + 4 * i, 4);
    sid.sub_[i] = static_cast<std::uint32_t>(at[0]) | static_cast<std::uint32_t>(at[1]) << 8U |
                  static_cast<std::uint32_t>(at[2]) << 16U | static_cast<std::uint32_t>(at[3]) << 24U;
  }
  if (used != nullptr) *used = size;
  return sid;
}

std::optional<Sid> Sid::from_text(std::string_view text) {
  if (!text.starts_with("S-1-") && !text.starts_with("s-1-")) return std::nullopt;
  text.remove_prefix(4);
  Sid sid;
  if (!take_number(text, sid.authority_) || sid.authority_ >> 48U != 0) return std::nullopt;
  while (!text.empty()) {
    if (text.front() != '-' || sid.count_ == 15) return std::nullopt;
    text.remove_prefix(1);
    if (!take_number(text, sid.sub_[sid.count_])) return std::nullopt;
    ++sid.count_;
  }
  return sid;
}

std::string Sid::to_string() const {
  std::string out = authority_ >> 32U == 0 ? fmt::format("S-1-{}", authority_) : fmt::format("S-1-{:#x}", authority_);
  for (const auto sub : sub_authorities()) fmt::format_to(std::back_inserter(out), "-{}", sub);
  return out;
}

Sid Sid::domain() const {
  Sid parent = *this;
  if (parent.count_ > 0) parent.sub_[--parent.count_] = 0;
  return parent;
}

Sid Sid::with_rid(std::uint32_t rid) const {
  Sid child = *this;
  if (child.count_ < 15) child.sub_[child.count_++] = rid;
  return child;
}

std::size_t Sid::hash() const {
  std::uint64_t mixed = authority_ * 0x9e3779b97f4a7c15U + count_;
  for (const auto sub : sub_authorities()) mixed = (mixed ^ sub) * 0xff51afd7ed558ccdU, mixed ^= mixed >> 32U;
  return mixed;
}

}  // namespace hygie::directory
