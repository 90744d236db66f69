// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hygie::directory {

/// A security identifier (MS-DTYP 2.4.2): revision 1, up to 15 sub-authorities.
class Sid {
 public:
  Sid() = default;
  /// From the binary form; absent when the size or the revision is wrong. `used` gets the bytes it took, trailing bytes
  /// are left to the caller.
  static std::optional<Sid> from_bytes(std::span<const std::uint8_t> bytes, std::size_t* used = nullptr);
  /// From S-1-5-21-...; absent when malformed.
  static std::optional<Sid> from_text(std::string_view text);

  [[nodiscard]] std::string to_string() const;
  /// Last sub-authority; 0 when there is none.
  [[nodiscard]] std::uint32_t rid() const { return count_ == 0 ? 0 : sub_[count_ - 1U]; }
  /// The SID without its last sub-authority.
  [[nodiscard]] Sid domain() const;
  [[nodiscard]] Sid with_rid(std::uint32_t rid) const;
  [[nodiscard]] std::uint64_t authority() const { return authority_; }
  [[nodiscard]] std::span<const std::uint32_t> sub_authorities() const { return {sub_.data(), count_}; }
  [[nodiscard]] bool empty() const { return count_ == 0 && authority_ == 0; }
  /// S-1-5-21-X-Y-Z-RID: an account of a domain.
  [[nodiscard]] bool is_domain_account() const { return authority_ == 5 && count_ == 5 && sub_[0] == 21; }
  /// S-1-5-32-RID.
  [[nodiscard]] bool is_builtin() const { return authority_ == 5 && count_ == 2 && sub_[0] == 32; }
  [[nodiscard]] std::size_t hash() const;
  friend bool operator==(const Sid& a, const Sid& b) = default;
  friend auto operator<=>(const Sid& a, const Sid& b) = default;

 private:
  std::uint64_t authority_ = 0;
  std::uint8_t count_ = 0;
  std::array<std::uint32_t, 15> sub_{};
};

}  // namespace hygie::directory
