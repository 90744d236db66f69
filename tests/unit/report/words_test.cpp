// SPDX-License-Identifier: EUPL-1.2
#include "report/words.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using namespace hygie;
using namespace hygie::report;

namespace {

std::multiset<std::string> holes_of(std::string_view text) {
  std::multiset<std::string> holes;
  const std::regex hole("\\{[^}]*\\}");
  const std::string copy(text);
  for (std::sregex_iterator at(copy.begin(), copy.end(), hole), end; at != end; ++at) holes.insert(at->str());
  return holes;
}

std::string file(const std::string& path) {
  std::ifstream in(std::string(HYGIE_SOURCE_DIR) + path);
  REQUIRE(in.good());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("Every word stands once, in both languages, with the same holes", "[report]") {
  std::set<std::string_view> seen;
  for (const auto& one : all_words()) {
    INFO(one.key);
    CHECK(seen.insert(one.key).second);
    CHECK_FALSE(one.fr.empty());
    CHECK_FALSE(one.en.empty());
    CHECK(holes_of(one.fr) == holes_of(one.en));
  }
}

TEST_CASE("A count that exists in the singular exists in the plural", "[report]") {
  for (const auto& one : all_words()) {
    const std::string key(one.key);
    if (key.ends_with(".one")) CHECK(has_word(key.substr(0, key.size() - 3) + "many"));
    if (key.ends_with(".many")) CHECK(has_word(key.substr(0, key.size() - 4) + "one"));
  }
}

TEST_CASE("French counts zero in the singular, English in the plural", "[report]") {
  CHECK(counted("objects", 0, core::Language::fr) == "0 objet");
  CHECK(counted("objects", 0, core::Language::en) == "0 objects");
  CHECK(counted("objects", 1, core::Language::en) == "1 object");
  CHECK(counted("objects", 2, core::Language::fr) == "2 objets");
}

TEST_CASE("Templates ask only for words that exist", "[report]") {
  for (const auto* path : {"/report/templates/report.html.mustache", "/report/templates/finding.html.mustache"}) {
    const auto text = file(path);
    const std::regex use("\\{\\{[#^/]?w\\.([a-z_]+)\\}\\}");
    std::set<std::string> known;
    for (const auto& one : all_words()) {
      std::string key(one.key);
      std::replace(key.begin(), key.end(), '.', '_');
      known.insert(key);
    }
    for (std::sregex_iterator at(text.begin(), text.end(), use), end; at != end; ++at) {
      INFO(path << ": " << at->str());
      CHECK(known.contains((*at)[1].str()));
    }
  }
}

TEST_CASE("Templates print unescaped only what this program made", "[report]") {
  for (const auto* path : {"/report/templates/report.html.mustache", "/report/templates/finding.html.mustache"}) {
    const auto text = file(path);
    const std::regex raw("\\{\\{\\{ *([a-z_.]+) *\\}\\}\\}|\\{\\{&");
    for (std::sregex_iterator at(text.begin(), text.end(), raw), end; at != end; ++at) {
      const std::set<std::string> allowed{"css", "js", "finding_html"};
      INFO(path << ": " << at->str());
      CHECK(allowed.contains((*at)[1].str()));
    }
  }
}

TEST_CASE("Asking for a word that does not exist is a bug", "[report]") {
  CHECK_THROWS_AS(word("no.such.word", core::Language::fr), std::logic_error);
  CHECK(named("theme", "no-such-theme", core::Language::fr) == "no-such-theme");
}
