// SPDX-License-Identifier: EUPL-1.2
#include "report/writers/writers.hpp"

#include "report/writers/html.hpp"
#include "report/writers/json.hpp"
#include "report/writers/markdown.hpp"
#include "report/writers/text.hpp"

#include <algorithm>

namespace hygie::report {
namespace {

constexpr Format table[] = {
    {"text", "txt", &write_text},
    {"json", "json", &write_json},
    {"markdown", "md", &write_markdown},
    {"html", "html", &write_html},
};

}  // namespace

std::span<const Format> formats() { return table; }

const Format* find_format(std::string_view name) {
  const auto found =
      std::find_if(std::begin(table), std::end(table), [&](const Format& one) { return one.name == name; });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace hygie::report
