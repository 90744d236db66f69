// SPDX-License-Identifier: EUPL-1.2
#include "report/unicode.hpp"

#include <catch2/catch.hpp>

using namespace hygie::report;

TEST_CASE("clean keeps letters and drops what drives or deceives", "[report]") {
  CHECK(clean("élève « à Noël »") == "élève « à Noël »");
  CHECK(clean("日本語 🏥") == "日本語 🏥");
  CHECK(clean("a\x1b[31mb") == "a[31mb");
  CHECK(clean("a\xC2\x9B"
              "31mb") == "a31mb");
  CHECK(clean("a\xE2\x80\xAE"
              "b\xE2\x81\xA6"
              "c\xD8\x9C") == "abc");
  CHECK(clean("a\r\nb\tc") == "a  b c");
  CHECK(clean(std::string_view("a\0b\x7F", 4)) == "ab");
}

TEST_CASE("clean replaces bytes that are not UTF-8, one by one", "[report]") {
  const std::string bad = "\xEF\xBF\xBD";
  CHECK(clean("\xFF\xFE") == bad + bad);
  CHECK(clean("\xC3") == bad);
  CHECK(clean("\xC0\xAF") == bad + bad);            // overlong
  CHECK(clean("\xED\xA0\x80") == bad + bad + bad);  // a surrogate
  CHECK(clean("\xF4\x90\x80\x80") == bad + bad + bad + bad);
  CHECK(clean("caf\xE9 noir") == "caf" + bad + " noir");
}

TEST_CASE("Width is counted in columns", "[report]") {
  CHECK(display_width("éàç") == 3);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("") == 0);
}

TEST_CASE("clip cuts with an ellipsis, never inside a character", "[report]") {
  CHECK(clip("hôpital", 7) == "hôpital");
  CHECK(clip("hôpital", 4) == "hôp…");
  CHECK(clip("日本語", 4) == "日…");
  CHECK(display_width(clip("日本語", 4)) <= 4);
}

TEST_CASE("wrap keeps French punctuation with its word and cuts words that are too wide", "[report]") {
  CHECK(wrap("un mot : oui", 8) == std::vector<std::string>{"un mot :", "oui"});
  CHECK(wrap("un motif : oui", 8) == std::vector<std::string>{"un", "motif :", "oui"});
  CHECK(wrap("abcdefghij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
  CHECK(wrap("", 10).empty());
  for (const auto& line : wrap("élève « à Noël » 日本語日本語日本語 fin", 10)) CHECK(display_width(line) <= 10);
}

TEST_CASE("upper keeps accents", "[report]") { CHECK(upper("élève à Noël, 3 ½") == "ÉLÈVE À NOËL, 3 ½"); }
