// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure::web {

/// A question that must be posted and changes nothing.
struct Post {
  std::string type, body;
  std::vector<std::string> headers;
};
/// "ipp": Get-Printer-Attributes (RFC 8011, 4.2.5); "wsman": Identify (DMTF DSP0226, 11). Any other name is a mistake
/// of ours.
[[nodiscard]] const Post& post_named(std::string_view name);

}  // namespace hygie::exposure::web
