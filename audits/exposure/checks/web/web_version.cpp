// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

namespace hygie::exposure {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

/// "2.4" is a version, "Apache" is none.
bool has_number(const std::string& text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i)
    if (digit(text[i]) && text[i + 1] == '.' && digit(text[i + 2])) return true;
  return false;
}

}  // namespace

Findings web_version(const ExposureFacts& facts, const Params& params) {
  return for_sites(facts, {}, [&](const Site& site) -> std::optional<Finding> {
    for (const auto& name : params.list("headers")) {
      const auto value = header_of(site, name);
      if (has_number(value)) return on(Verdict::fail, site, {{"header", name}, {"value", value}});
    }
    return on(Verdict::pass, site);
  });
}

}  // namespace hygie::exposure
