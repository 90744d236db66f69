// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

// The European Union, Iceland, Liechtenstein and Norway (EEA agreement, article 126).
constexpr std::string_view area =
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO";

Finding judged(const Asset& asset) {
  if (asset.host_country.empty())
    return on(Verdict::unknown, asset.id, {{"host", asset.host_name}, {"missing", "country"}}, asset.name);
  const bool inside = area.find(asset.host_country) != std::string_view::npos;
  return on(inside ? Verdict::pass : Verdict::fail, asset.id,
            {{"host", asset.host_name}, {"country", asset.host_country}}, asset.name);
}

}  // namespace

Findings host_country(const ExposureFacts& facts, const Params&) {
  Findings found;
  for (const auto& asset : facts.inventory)
    if (asset.health_data && !asset.host_name.empty()) found.push_back(judged(asset));
  return or_pass(std::move(found), facts, found.size());
}

}  // namespace hygie::exposure
