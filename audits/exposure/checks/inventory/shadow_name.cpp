// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

bool has_asset(const ExposureFacts& facts, const Name& name) {
  return std::any_of(facts.inventory.begin(), facts.inventory.end(),
                     [&](const Asset& asset) { return asset.name == name.name; });
}

}  // namespace

Findings shadow_name(const ExposureFacts& facts, const Params&) {
  if (facts.inventory.empty()) return {on_whole(facts, Verdict::not_applicable, {{"missing", "inventory"}})};
  Findings found;
  std::size_t examined = 0;
  for (const auto& name : facts.names) {
    const bool declared = std::find(name.sources.begin(), name.sources.end(), "declared") != name.sources.end();
    if (name.standing != Standing::in_scope || declared) continue;
    ++examined;
    if (!has_asset(facts, name))
      found.push_back(
          on(Verdict::fail, name.name, {{"source", joined(name.sources)}, {"addresses", joined(name.addresses)}}));
  }
  return or_pass(std::move(found), facts, examined);
}

}  // namespace hygie::exposure
