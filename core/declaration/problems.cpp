// SPDX-License-Identifier: EUPL-1.2
#include "core/declaration/problems.hpp"

#include "core/utf8.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::core {

void Problems::add(Position at, std::string what, std::string hint) {
  // A mistake may quote what was written, and that may be a megabyte: its beginning says enough.
  constexpr std::size_t most = 400;
  if (what.size() > most) {
    std::size_t end = 0;
    for (auto next = end; next < most; end = next) (void)next_character(what, next);
    what = what.substr(0, end) + "…";
  }
  found_.push_back({at, std::move(what), std::move(hint)});
}

std::vector<Error> Problems::sorted() const {
  auto found = found_;
  std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return std::tie(a.at.line, a.at.column) < std::tie(b.at.line, b.at.column);
  });
  std::vector<Error> errors;
  errors.reserve(found.size());
  for (auto& one : found)
    errors.push_back({ErrorCode::config, std::move(one.what),
                      fmt::format("{}:{}:{}", document_.file, one.at.line, one.at.column), std::move(one.hint)});
  return errors;
}

std::string pointer_to(std::string_view pointer, std::string_view key) {
  std::string out(pointer);
  out += '/';
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace hygie::core
