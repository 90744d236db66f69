// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace hygie::exposure {

/// A part of a CPE name as it is written (NISTIR 7695, 6.2): lower case, what is no letter, digit, '.', '-' or '_'
/// after a backslash; "*" when empty.
[[nodiscard]] std::string cpe_part(std::string_view text);
/// The whole name, of "part:vendor:product" ("a:openbsd:openssh").
[[nodiscard]] std::string cpe_name(std::string_view product, std::string_view version, std::string_view update = {});

}  // namespace hygie::exposure
