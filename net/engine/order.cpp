// SPDX-License-Identifier: EUPL-1.2
#include "net/engine/order.hpp"

#include <bit>

namespace hygie::net {

std::uint64_t mix(std::uint64_t value) {
  value += 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

Order::Order(std::uint64_t size, std::uint64_t seed) : size_(size) {
  while (2 * half_bits_ < static_cast<unsigned>(std::bit_width(size))) ++half_bits_;
  for (auto& key : keys_) key = seed = mix(seed);
}

std::uint64_t Order::permute(std::uint64_t value) const {
  const std::uint64_t mask = (std::uint64_t{1} << half_bits_) - 1;
  std::uint64_t left = value >> half_bits_;
  std::uint64_t right = value & mask;
  for (const auto key : keys_) {
    const auto next = left ^ (mix(right ^ key) & mask);
    left = right;
    right = next;
  }
  return left << half_bits_ | right;
}

std::uint64_t Order::at(std::uint64_t position) const {
  auto value = permute(position);
  while (value >= size_) value = permute(value);
  return value;
}

}  // namespace hygie::net
