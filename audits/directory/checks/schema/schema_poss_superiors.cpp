// SPDX-License-Identifier: EUPL-1.2
#include "audits/directory/checks/rights_support.hpp"

namespace hygie::directory {

namespace {

const SchemaFacts::Class* class_named(const DirectoryFacts& facts, std::string_view name) {
  for (const auto& one : facts.schema.classes)
    if (same_name(one.name, name)) return &one;
  return nullptr;
}

// Up the chain of subClassOf; top is its own parent.
bool is_container(const DirectoryFacts& facts, const SchemaFacts::Class& start) {
  const auto* one = &start;
  for (int steps = 0; one != nullptr && steps < 32; ++steps) {
    if (same_name(one->name, "container")) return true;
    if (same_name(one->parent, one->name)) return false;
    if (same_name(one->parent, "container")) return true;
    one = class_named(facts, one->parent);
  }
  return false;
}

}  // namespace

// A container below an account is owned by that account, and may hold accounts of its own (CVE-2021-34470).
Findings schema_poss_superiors(const DirectoryFacts& facts, const Params&) {
  if (facts.schema.classes.empty()) return {not_read(facts, facts.domain.dn, "classSchema")};
  Findings found;
  for (const auto& one : facts.schema.classes)
    for (const auto superior : one.superiors)
      if ((same_name(superior, "user") || same_name(superior, "computer")) && is_container(facts, one))
        found.push_back(on(facts, Verdict::fail, one.dn, {{"superior", std::string(superior)}}));
  for (auto& finding : found) finding.object += " < " + finding.evidence.at("superior");
  return or_pass(std::move(found), facts, facts.schema.classes.size());
}

}  // namespace hygie::directory
