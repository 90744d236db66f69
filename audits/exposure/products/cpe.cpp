// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/products/cpe.hpp"

#include <fmt/format.h>

namespace hygie::exposure {

std::string cpe_part(std::string_view text) {
  if (text.empty()) return "*";
  std::string out;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    if (!plain) out += '\\';
    out += upper ? static_cast<char>(c + 32) : c;
  }
  return out;
}

std::string cpe_name(std::string_view product, std::string_view version, std::string_view update) {
  return fmt::format("cpe:2.3:{}:{}:{}:*:*:*:*:*:*", product, cpe_part(version), cpe_part(update));
}

}  // namespace hygie::exposure
