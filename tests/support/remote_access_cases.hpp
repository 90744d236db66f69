// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/remote_access.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <vector>

namespace hygie::test {

/// What is changed where all is sound, and what the check must then answer.
template <class Thing>
struct Case {
  const char* what;
  std::function<void(Thing&)> change;
  core::Verdict verdict;
};

/// Runs one check over each case; every check has at least a failing one.
template <class Thing, class PartOf>
void hold_cases_of(std::string_view id, const std::vector<Case<Thing>>& cases, const PartOf& part) {
  CHECK(verdict(id, sound_accesses()) != core::Verdict::fail);
  bool fails = false;
  for (const auto& one : cases) {
    INFO(id << ": " << one.what);
    auto facts = sound_accesses();
    one.change(part(facts));
    CHECK(verdict(id, facts) == one.verdict);
    fails |= one.verdict == core::Verdict::fail;
  }
  CHECK(fails);
}

inline void hold_cases(std::string_view id, const std::vector<Case<remote_access::Access>>& cases) {
  hold_cases_of(id, cases, &first_access);
}
inline void hold_door_cases(std::string_view id, const std::vector<Case<remote_access::SshDoor>>& cases) {
  hold_cases_of(
      id, cases, [](remote_access::RemoteAccessFacts & facts) -> auto& { return facts.ssh.front(); });
}

}  // namespace hygie::test
