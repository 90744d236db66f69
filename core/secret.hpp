// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace hygie::core {

/// A password or key: in guarded memory (sodium_malloc: locked, out of core dumps, wiped), never copied, never printed.
class Secret {
 public:
  Secret() = default;
  /// Reads a file (`-`: standard input), without its last line end. Refused when it is empty, over 4 KiB, or readable
  /// by others.
  static Result<Secret> from_file(const std::string& path);
  /// For values that arrive by other means; the caller wipes its own copy.
  static Result<Secret> from_bytes(std::string_view bytes);

  Secret(Secret&&) noexcept;
  Secret& operator=(Secret&&) noexcept;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret();

  [[nodiscard]] std::string_view reveal() const { return {data_, size_}; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

 private:
  char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace hygie::core
