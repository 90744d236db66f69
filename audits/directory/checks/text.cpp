// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/text.hpp"

namespace hygie::directory {

std::string lower(std::string_view text) {
  std::string small(text);
  for (auto& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

}  // namespace hygie::directory
