// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/catalogue.hpp"
#include "core/result.hpp"

#include <string_view>
#include <vector>

namespace hygie::cli {

/// The catalogue of every domain that is built, in one.
[[nodiscard]] core::Result<core::Catalogue> all_checks();
/// The same for one domain; empty: all.
[[nodiscard]] core::Result<core::Catalogue> checks_of(std::string_view domain);
/// Ids in the order of the registries: by theme.
[[nodiscard]] std::vector<std::string_view> check_order(std::string_view domain = {});
/// The parts of the facts that a check needs.
[[nodiscard]] std::vector<std::string_view> needs_of(std::string_view check);
/// Can this domain be audited, or is it only accepted in the declaration?
[[nodiscard]] bool is_built(std::string_view domain);

}  // namespace hygie::cli
