// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/language.hpp"

#include <span>
#include <string_view>

namespace hygie::cli {

/// What `hygie explain` knows besides checks.
struct Topic {
  std::string_view name;
  core::LocalText text;
};

[[nodiscard]] std::span<const Topic> topics();
[[nodiscard]] const Topic* find_topic(std::string_view name);

}  // namespace hygie::cli
