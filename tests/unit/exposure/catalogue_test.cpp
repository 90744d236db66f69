// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catalogue.hpp"
#include "tests/support/exposure.hpp"

using namespace hygie;

TEST_CASE("the catalogue and the registry are the same set", "[exposure][catalogue]") {
  test::hold_same_set(exposure::registry(), exposure::catalogue().value());
}

TEST_CASE("French and English texts name the same evidence", "[exposure][catalogue]") {
  test::hold_same_evidence(exposure::catalogue().value());
}

TEST_CASE("nothing fails and nothing is unknown on a sound exposure", "[exposure][catalogue]") {
  auto facts = test::sound_exposure();
  test::hold_sound(exposure::registry(), [&](std::string_view id) { return test::run(id, facts); });
}

TEST_CASE("every check needs a part, and answers unknown when one it needs is lost", "[exposure][catalogue]") {
  test::hold_needs(exposure::registry(), [](std::string_view id, exposure::Part part) {
    auto facts = test::sound_exposure();
    test::lose(facts, part);
    return test::verdict(id, facts);
  });
}
