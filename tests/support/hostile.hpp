// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

/// What a reader of hostile bytes is tried with. The seed is fixed: a failure comes back.
namespace hygie::test {

inline std::string from_hex(std::string_view hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    out += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  return out;
}

/// Calls `read` with every beginning of the bytes, from none to all but the last, each in memory of its own so that
/// reading past the end is seen.
template <class Read>
void every_truncation(std::string_view whole, Read&& read) {
  for (std::size_t size = 0; size < whole.size(); ++size) read(std::string(whole.substr(0, size)));
}

/// Calls `read` with 1,000 copies that differ by one to eight bytes.
template <class Read>
void random_mutations(std::string_view whole, Read&& read) {
  std::mt19937 random(20260101);
  for (int i = 0; i < 1000; ++i) {
    std::string copy(whole);
    for (auto changes = random() % 8 + 1; changes > 0 && !copy.empty(); --changes)
      copy[random() % copy.size()] = static_cast<char>(random());
    read(copy);
  }
}

}  // namespace hygie::test
