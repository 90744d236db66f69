// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Readers of what web servers send. Everything here is pure and takes any bytes: what comes from outside is wrong more
/// often than right.
namespace hygie::exposure::pages {

/// Header lines in the order in which they came, names in lower case, the same name as often as it was sent.
using Headers = std::vector<std::pair<std::string, std::string>>;

/// ASCII only: what follows must not depend on a locale.
[[nodiscard]] std::string lower(std::string_view text);
/// Without spaces, tabs and ends of line at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] bool same(std::string_view one, std::string_view other);  // whatever the case
/// The parts between separators, trimmed; empty ones are left out.
[[nodiscard]] std::vector<std::string_view> parts(std::string_view text, char separator);

/// The first header of that name; empty when none.
[[nodiscard]] std::string_view header(const Headers& headers, std::string_view name);
[[nodiscard]] bool has_header(const Headers& headers, std::string_view name);
/// A "name: value" line added to the list; false when it is no header.
bool add_header(Headers& headers, std::string_view line);
/// The printable part of a text from outside, on one line, cut at `most` bytes: what a proof shows.
[[nodiscard]] std::string shown(std::string_view text, std::size_t most = 120);

}  // namespace hygie::exposure::pages
