// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace

Findings name_elsewhere(const ExposureFacts& facts, const Params&) {
  Findings found;
  for (const auto& name : facts.names) {
    const bool elsewhere = name.standing == Standing::out_of_scope || name.standing == Standing::no_consent;
    if (elsewhere && !name.addresses.empty())
      found.push_back(on(Verdict::fail, name.name, {{"addresses", listed(name.addresses)}}));
  }
  return or_pass(std::move(found), facts, facts.names.size());
}

}  // namespace hygie::exposure
