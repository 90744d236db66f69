// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/remote_access.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <vector>

namespace hygie::test {

/// What is changed in a sound register, and what the check must then answer.
struct RegisterCase {
  const char* what;
  std::function<void(remote_access::Access&)> change;
  core::Verdict verdict;
};

/// Runs one check over each case; every check has at least a failing one.
inline void hold_cases(std::string_view id, const std::vector<RegisterCase>& cases) {
  CHECK(verdict(id, sound_accesses()) != core::Verdict::fail);
  bool fails = false;
  for (const auto& one : cases) {
    INFO(id << ": " << one.what);
    auto facts = sound_accesses();
    one.change(first_access(facts));
    CHECK(verdict(id, facts) == one.verdict);
    fails |= one.verdict == core::Verdict::fail;
  }
  CHECK(fails);
}

}  // namespace hygie::test
