// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/directory.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <functional>

namespace hygie::test {

using PickObject = std::function<directory::Object&(directory::DirectoryFacts&)>;

inline directory::Node& node(directory::DirectoryFacts& facts, directory::NodeKind kind) {
  for (auto& one : facts.nodes)
    if (one.kind == kind) return one;
  throw std::logic_error("no node of that kind");
}
inline directory::Node& node(directory::DirectoryFacts& facts, std::string_view first) {
  for (auto& one : facts.nodes)
    if (directory::first_value(facts.name(one.dn)) == first) return one;
  throw std::logic_error("no node of that name");
}
inline directory::SidRef authenticated_users(directory::DirectoryFacts& facts) { return sid(facts, "S-1-5-11"); }
inline directory::SidRef everyone(directory::DirectoryFacts& facts) { return sid(facts, "S-1-1-0"); }
/// A group of support staff, as hospitals have, without any power of its own.
inline directory::SidRef support_group(directory::DirectoryFacts& facts) {
  return add_group(facts, "GG_Support_Informatique", 1500).sid;
}

/// What every check of dangerous rights over an object must tell apart.
inline void tells_rights_apart(std::string_view check, const PickObject& pick) {
  using namespace directory;
  using core::Verdict;
  auto facts = healthy_directory();
  const auto support = support_group(facts);
  auto& object = pick(facts);

  SECTION("full control of an ordinary group fails and is named") {
    grant(facts, object, support, rights::full_control);
    const auto found = failure(check, facts);
    CHECK(found.evidence.at("trustee") == "GG_Support_Informatique");
    CHECK(found.evidence.at("right") == "GenericAll");
  }
  SECTION("reading is no danger") {
    grant(facts, object, support, rights::read_property | rights::list | rights::read_control);
    CHECK(verdict(check, facts) == Verdict::pass);
  }
  SECTION("a denial before the grant wins, after it comes too late") {
    grant(facts, object, support, rights::full_control, {}, Ace::Type::deny);
    grant(facts, object, support, rights::write_dacl);
    CHECK(verdict(check, facts) == Verdict::pass);
  }
  SECTION("a grant before the denial stands") {
    grant(facts, object, support, rights::write_dacl);
    grant(facts, object, support, rights::full_control, {}, Ace::Type::deny);
    CHECK(failure(check, facts).evidence.at("right") == "WriteDacl");
  }
  SECTION("an ordinary owner fails") {
    facts.forest.ds_heuristics = "";  // where owners of computers are not blocked
    set_owner(facts, object, support);
    CHECK(verdict(check, facts) == Verdict::fail);
  }
  SECTION("a descriptor that could not be read is unknown") {
    object.descriptor = DescriptorRef::none;
    CHECK(verdict(check, facts) == Verdict::unknown);
  }
}

}  // namespace hygie::test
