// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/directory.hpp"

#include <catch2/catch.hpp>

using namespace hygie;
using core::Verdict;

TEST_CASE("DIR-PRIV-DESCRIPTOR-UNREAD", "[directory]") {
  auto facts = test::healthy_directory();

  SECTION("hidden on a privileged account fails, on another passes") {
    test::account(facts, "agent01").descriptor = directory::DescriptorRef::none;
    CHECK(test::verdict("DIR-PRIV-DESCRIPTOR-UNREAD", facts) == Verdict::pass);
    test::account(facts, "adm.securite").descriptor = directory::DescriptorRef::none;
    CHECK(test::failure("DIR-PRIV-DESCRIPTOR-UNREAD", facts).name == "adm.securite");
  }
  SECTION("descriptors lost altogether are a gap of the audit: unknown") {
    test::lose(facts, directory::Part::descriptors);
    CHECK(test::verdict("DIR-PRIV-DESCRIPTOR-UNREAD", facts) == Verdict::unknown);
  }
}
