// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

namespace hygie::directory {

/// The distinguished name of a value that may come in extended form, "<GUID=...>;<SID=...>;CN=..." (MS-ADTS
/// 3.1.1.3.4.1.5); empty when there is no name in it.
[[nodiscard]] std::string_view plain_dn(std::string_view value);

/// A DN with binary data, "B:32:<hex>:CN=..." (MS-ADTS 3.1.1.2.2.2.4): hexadecimal digits and name.
struct DnBinary {
  std::string_view hex;
  std::string_view dn;
};
[[nodiscard]] std::optional<DnBinary> read_dn_binary(std::string_view value);

}  // namespace hygie::directory
