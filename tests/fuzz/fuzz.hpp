// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/read/bytes.hpp"

#include <cstdlib>
#include <string_view>

/// The entry point that libFuzzer calls, and what a target may say to be told of a wrong answer.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace hygie::fuzz {
inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}
inline void expect(bool holds) {
  if (!holds) std::abort();
}
}  // namespace hygie::fuzz
