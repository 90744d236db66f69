// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/read/dn_values.hpp"

#include <charconv>

namespace hygie::directory {

std::string_view plain_dn(std::string_view value) {
  while (value.starts_with('<')) {
    const auto end = value.find('>');
    if (end == std::string_view::npos) return {};
    value.remove_prefix(end + 1);
    if (value.starts_with(';')) value.remove_prefix(1);
  }
  return value;
}

std::optional<DnBinary> read_dn_binary(std::string_view value) {
  if (!value.starts_with("B:")) return std::nullopt;
  value.remove_prefix(2);
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  if (error != std::errc{}) return std::nullopt;
  value.remove_prefix(static_cast<std::size_t>(end - value.data()));
  if (!value.starts_with(':') || length % 2 != 0 || value.size() < 2 || length > value.size() - 2) return std::nullopt;
  if (value[1 + length] != ':') return std::nullopt;
  return DnBinary{value.substr(1, length), plain_dn(value.substr(length + 2))};
}

}  // namespace hygie::directory
