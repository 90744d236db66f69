// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catalogue.hpp"
#include "tests/support/directory.hpp"

using namespace hygie;

TEST_CASE("the catalogue and the registry are the same set", "[directory][catalogue]") {
  test::hold_same_set(directory::registry(), directory::catalogue().value());
}

TEST_CASE("French and English texts name the same evidence", "[directory][catalogue]") {
  test::hold_same_evidence(directory::catalogue().value());
}

TEST_CASE("nothing fails and nothing is unknown on a healthy directory", "[directory][catalogue]") {
  auto facts = test::healthy_directory();
  test::hold_sound(directory::registry(), [&](std::string_view id) { return test::run(id, facts); });
}

TEST_CASE("every check needs a part, and answers unknown when one it needs is lost", "[directory][catalogue]") {
  test::hold_needs(directory::registry(), [](std::string_view id, directory::Part part) {
    auto facts = test::healthy_directory();
    test::lose(facts, part);
    return test::verdict(id, facts);
  });
}
