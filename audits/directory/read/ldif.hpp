// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/directory/read/entry.hpp"
#include "core/result.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::directory {

/// What an LDIF file said of itself, beside its entries.
struct LdifEnd {
  std::size_t entries = 0;
  std::string last_dn;  // of the last whole entry, or of the one that is cut
  std::string cut;      // why the file looks cut, with its line; empty when it looks whole
};

/// Reads LDIF (RFC 2849) as ldapsearch and ldifde write it: `text` is UTF-8 and stays in place during the call; each
/// entry is handed over at once and lives as long as the call. `wanted` tells which attributes matter: the others are
/// passed over undecoded. `on_entry` answers false to stop. Errors say FILE:LINE.
core::Result<LdifEnd> read_ldif(std::string_view text, const std::string& file,
                                const std::function<bool(std::string_view name)>& wanted,
                                const std::function<bool(const RawEntry& entry, std::size_t offset)>& on_entry);

/// True when the bytes begin with a UTF-16 mark, as those of `ldifde -u` do; `utf16_to_utf8` makes UTF-8 of them,
/// unpaired surrogates and a lost last byte becoming U+FFFD.
[[nodiscard]] bool is_utf16(std::string_view bytes);
[[nodiscard]] std::string utf16_to_utf8(std::string_view bytes);

}  // namespace hygie::directory
