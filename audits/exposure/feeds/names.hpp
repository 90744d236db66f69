// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure::feeds {

/// "Palo Alto Networks" and "paloaltonetworks", "PAN-OS" and "pan-os": lower-case letters and digits alone, and + and
/// #. Empty for "n/a" and the like.
[[nodiscard]] std::string normal(std::string_view name);

/// A CPE 2.3 name (NISTIR 7695), or the older cpe:/ form: the parts that are compared. `*` is any, `-` is none.
struct CpeName {
  char part = '*';  // a application, o operating system, h hardware
  std::string vendor, product, version = "*", update = "*", target_software = "*";
};
[[nodiscard]] std::optional<CpeName> parse_cpe(std::string_view text);

/// CVE-2024-3400 as a number that sorts by year, then number.
using CveId = std::int64_t;
[[nodiscard]] std::optional<CveId> parse_cve(std::string_view text);
[[nodiscard]] std::string cve_text(CveId id);

struct ProductName {
  std::string vendor, product;  // normal
  friend bool operator==(const ProductName&, const ProductName&) = default;
};
/// The product itself first, then the other names under which records know it (`apache:http_server` is "Apache Software
/// Foundation" and "Apache HTTP Server" in the CVE list).
[[nodiscard]] std::vector<ProductName> names_of(std::string_view vendor, std::string_view product);
/// The Debian source package of a product that distributions carry and mend without a new version number; else empty.
[[nodiscard]] std::string debian_package(std::string_view vendor, std::string_view product, std::string_view version);

}  // namespace hygie::exposure::feeds
