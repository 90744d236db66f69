// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>

namespace hygie::net {

/// Every number below `size` once, in an order a seed decides, without keeping them: a Feistel network on the next even
/// power of two, walked until it falls below `size`. 16 million ports cost the same 40 bytes as one.
class Order {
 public:
  Order(std::uint64_t size, std::uint64_t seed);
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// The `position`-th number of the order; `position` is below size().
  [[nodiscard]] std::uint64_t at(std::uint64_t position) const;

 private:
  [[nodiscard]] std::uint64_t permute(std::uint64_t value) const;

  std::uint64_t size_;
  unsigned half_bits_ = 1;
  std::array<std::uint64_t, 4> keys_{};
};

/// A well mixed number from another (the finaliser of splitmix64).
[[nodiscard]] std::uint64_t mix(std::uint64_t value);

}  // namespace hygie::net
