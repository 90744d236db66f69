// SPDX-License-Identifier: EUPL-1.2
#include "report/unicode.hpp"
#include "tests/unit/report/support.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

using namespace hygie;
using namespace hygie::test;

TEST_CASE("Text is never wider than asked", "[report]") {
  const std::string wide =
      "Établissement 日本語 d'une très longue désignation, sans/aucune/coupure/possible/dans/ce/chemin/qui/continue";
  for (const auto& made : {hospital_run(), healthy_run(), hostile_run(wide), large_run(3, 40)})
    for (const auto language : both_languages)
      for (const int width : {60, 80, 120})
        for (const auto& line : lines_of(written_text(made, language, {width, false}))) {
          INFO(line);
          REQUIRE(report::display_width(line) <= width);
        }
}

TEST_CASE("The essential holds on one screen of 24 lines", "[report]") {
  for (const auto language : both_languages) {
    const auto lines = lines_of(written_text(hospital_run(), language, {80, false}));
    const auto end = std::find(lines.begin(), lines.end(), "");
    CHECK(end - lines.begin() <= 24);
    CHECK(std::any_of(lines.begin(), end, [](const auto& line) {
      return line.find("hygie explain DIR-DELEGATION-OPEN") != std::string::npos;
    }));
    CHECK(std::any_of(lines.begin(), end, [](const auto& line) { return line.find("sysvol") != std::string::npos; }));
  }
}

TEST_CASE("The screen says the level and according to what", "[report]") {
  const auto french = written("text", hospital_run());
  CHECK(french.find("NIVEAU 1 SUR 5, selon la liste publique") != std::string::npos);
  auto made = healthy_run();
  made.run.domains[0].level.reached.reset();
  made.run.domains[0].level.at_most = 2;
  CHECK(written("text", made).find("NIVEAU INCONNU, AU PLUS 2") != std::string::npos);
  CHECK(written("text", made, core::Language::en).find("LEVEL UNKNOWN, AT MOST 2, according to the public list") !=
        std::string::npos);
}

TEST_CASE("Colour comes only when asked, and changes no word", "[report]") {
  const auto plain = written_text(hospital_run(), core::Language::fr, {80, false});
  const auto coloured = written_text(hospital_run(), core::Language::fr, {80, true});
  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK(coloured.find('\x1b') != std::string::npos);
  CHECK(std::regex_replace(coloured, std::regex("\x1b\\[[0-9;]*m"), "") == plain);
}

TEST_CASE("Long lists are cut after ten, with the number of the others", "[report]") {
  const auto text = written("text", hospital_run());
  CHECK(text.find("... et 2 autres") != std::string::npos);
  CHECK(text.find("adm.service10") != std::string::npos);
  CHECK(text.find("adm.service11") == std::string::npos);
}

TEST_CASE("A silly width is brought to one that works", "[report]") {
  for (const int width : {-5, 0, 1, 19})
    for (const auto& line : lines_of(written_text(hospital_run(), core::Language::fr, {width, false})))
      REQUIRE(report::display_width(line) <= 20);
}
