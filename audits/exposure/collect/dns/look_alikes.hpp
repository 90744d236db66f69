// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure {

/// Domains that a hurried reader takes for this one, to watch: a letter left out, doubled, exchanged with its neighbour
/// or with one that looks like it, a dash, another end. In A-labels, sorted, the same every time; nobody is asked.
[[nodiscard]] std::vector<std::string> look_alikes(std::string_view domain);

}  // namespace hygie::exposure
