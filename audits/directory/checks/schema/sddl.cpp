// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/schema/sddl.hpp"

#include <algorithm>

namespace hygie::directory {

bool gives_power(std::string_view rights) {
  constexpr std::array<std::string_view, 5> powers{"GA", "GW", "WD", "WO", "WP"};
  for (std::size_t i = 0; i + 1 < rights.size(); i += 2)
    if (std::find(powers.begin(), powers.end(), rights.substr(i, 2)) != powers.end()) return true;
  return false;
}

std::vector<SddlEntry> sddl_entries(std::string_view sddl) {
  const auto dacl = sddl.find("D:");
  if (dacl == std::string_view::npos) return {};
  sddl.remove_prefix(dacl + 2);
  sddl = sddl.substr(0, sddl.find("S:("));  // the SACL says who is watched
  std::vector<SddlEntry> entries;
  for (auto open = sddl.find('('); open != std::string_view::npos; open = sddl.find('(', open + 1)) {
    const auto close = sddl.find(')', open);
    if (close == std::string_view::npos) break;
    auto rest = sddl.substr(open + 1, close - open - 1);
    std::array<std::string_view, 6> fields;
    std::size_t count = 0;
    while (count < fields.size()) {
      const auto end = rest.find(';');
      fields[count++] = rest.substr(0, end);
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
    if (count == fields.size()) entries.push_back({fields[0], fields[2], fields[5]});
  }
  return entries;
}

}  // namespace hygie::directory
