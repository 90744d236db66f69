// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/exposure.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace hygie;
using core::Verdict;

namespace {

std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> names;
  for (auto open = text.find("{{"); open != std::string::npos; open = text.find("{{", open + 2))
    names.insert(text.substr(open + 2, text.find("}}", open) - open - 2));
  return names;
}

}  // namespace

TEST_CASE("the catalogue and the registry are the same set", "[exposure][catalogue]") {
  const auto catalogue = exposure::catalogue().value();
  std::set<std::string> registered;
  for (const auto& check : exposure::registry()) {
    INFO(check.id);
    CHECK(registered.insert(std::string(check.id)).second);
    CHECK(catalogue.find(check.id) != nullptr);
  }
  CHECK(registered.size() == catalogue.checks().size());
}

TEST_CASE("French and English texts name the same evidence", "[exposure][catalogue]") {
  const auto catalogue = exposure::catalogue().value();
  for (const auto& [id, info] : catalogue.checks()) {
    INFO(id);
    CHECK(placeholders(info.title.fr).empty());
    for (const auto& [verdict, text] : info.message) CHECK(placeholders(text.fr) == placeholders(text.en));
  }
}

TEST_CASE("nothing fails and nothing is unknown on a sound exposure", "[exposure][catalogue]") {
  auto facts = test::sound_exposure();
  for (const auto& check : exposure::registry()) {
    for (const auto& finding : test::run(check.id, facts)) {
      INFO(check.id << " on " << finding.object);
      CHECK(finding.verdict != Verdict::fail);
      CHECK(finding.verdict != Verdict::unknown);
    }
  }
}

TEST_CASE("every check answers unknown when a part it needs is lost", "[exposure][catalogue]") {
  for (const auto& check : exposure::registry()) {
    for (const auto part : check.needs) {
      auto facts = test::sound_exposure();
      test::lose(facts, part);
      INFO(check.id << " without " << exposure::to_string(part));
      CHECK(test::verdict(check.id, facts) == Verdict::unknown);
    }
  }
}

TEST_CASE("every check needs at least one part", "[exposure][catalogue]") {
  for (const auto& check : exposure::registry()) CHECK_FALSE(check.needs.empty());
}
