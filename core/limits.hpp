// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

/// What hostile input may cost, in one place.
namespace hygie::core::limits {

inline constexpr std::size_t yaml_bytes = 4U << 20U;
inline constexpr std::size_t yaml_nodes = 200'000;
inline constexpr std::size_t yaml_depth = 64;
inline constexpr std::size_t json_bytes = 256U << 20U;
inline constexpr std::size_t snapshot_bytes = std::size_t{4} << 30U;
inline constexpr std::size_t ldif_line = 64U << 20U;
inline constexpr std::size_t attribute_bytes = 64U << 20U;

}  // namespace hygie::core::limits
