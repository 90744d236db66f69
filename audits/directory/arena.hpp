// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace hygie::directory {

/// Text that lives as long as the facts: copied once into large blocks, then only pointed at.
class TextArena {
 public:
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > room_) grow(text.size());
    char* at = next_;
    std::memcpy(at, text.data(), text.size());
    next_ += text.size();
    room_ -= text.size();
    return {at, text.size()};
  }
  /// Takes a whole block over (a snapshot's text): nothing is copied.
  std::string_view adopt(std::unique_ptr<char[]> block, std::size_t size) {
    const std::string_view text(block.get(), size);
    blocks_.push_back(std::move(block));
    return text;
  }

 private:
  void grow(std::size_t at_least) {
    const std::size_t size = at_least > block_size ? at_least : block_size;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    next_ = blocks_.back().get();
    room_ = size;
  }
  static constexpr std::size_t block_size = 256 * 1024;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t room_ = 0;
};

}  // namespace hygie::directory
