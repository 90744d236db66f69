// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace hygie::core {

using Bytes = std::span<const std::uint8_t>;

[[nodiscard]] inline Bytes as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view as_text(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Takes slices off the front of what others sent; past the end it answers nothing and remembers that it failed, so
/// that a reader tests once, after a group of fields. Numbers are added by those who know their byte order.
class ByteSlices {
 public:
  explicit ByteSlices(Bytes bytes) : bytes_(bytes) {}
  Bytes take(std::size_t count) {
    if (count > bytes_.size()) {
      ok_ = false;
      bytes_ = {};
      return {};
    }
    const auto taken = bytes_.first(count);
    bytes_ = bytes_.subspan(count);
    return taken;
  }
  [[nodiscard]] std::size_t left() const { return bytes_.size(); }
  [[nodiscard]] Bytes rest() const { return bytes_; }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  Bytes bytes_;
  bool ok_ = true;
};

}  // namespace hygie::core
