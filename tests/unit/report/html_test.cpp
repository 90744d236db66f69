// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/report/support.hpp"

#include "core/decide.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <regex>
#include <set>

using namespace hygie;
using namespace hygie::test;

namespace {

std::string between(const std::string& text, const std::string& open, const std::string& close) {
  const auto start = text.find(open);
  REQUIRE(start != std::string::npos);
  const auto end = text.find(close, start + open.size());
  REQUIRE(end != std::string::npos);
  return text.substr(start + open.size(), end - start - open.size());
}

std::string hex_of_base64(const std::string& base64) {
  const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string hex;
  unsigned bits = 0;
  int held = 0;
  for (const char c : base64) {
    if (c == '=') break;
    bits = (bits << 6U) | static_cast<unsigned>(alphabet.find(c));
    held += 6;
    if (held < 8) continue;
    held -= 8;
    hex += fmt::format("{:02x}", (bits >> static_cast<unsigned>(held)) & 0xFFU);
  }
  return hex;
}

std::map<std::string, std::string> colours_of(const std::string& block) {
  std::map<std::string, std::string> colours;
  const std::regex variable("--([a-z-]+): #([0-9a-f]{6});");
  for (std::sregex_iterator at(block.begin(), block.end(), variable), end; at != end; ++at)
    colours[(*at)[1]] = (*at)[2];
  return colours;
}

double luminance(const std::string& colour) {
  double sum = 0;
  const double weights[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = std::stoi(colour.substr(2 * i, 2), nullptr, 16) / 255.0;
    sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(const std::string& a, const std::string& b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("The page loads nothing from elsewhere", "[report]") {
  const auto page = written("html", hospital_run());
  for (const auto* part : {"<link", "<img", "<iframe", "<object", "<embed", " src=", "url(", "@import", "http://",
                           "<form", " style=\"", " onclick"})
    CHECK(page.find(part) == std::string::npos);
  const std::regex href("href=\"([^\"]*)\"");
  for (std::sregex_iterator at(page.begin(), page.end(), href), end; at != end; ++at) {
    const auto target = (*at)[1].str();
    CHECK((target.starts_with("#") || target.starts_with("https://attack.mitre.org/techniques/T")));
  }
}

TEST_CASE("Only the page's own script may run", "[report]") {
  const auto page = written("html", hospital_run());
  CHECK(page.find("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-") != std::string::npos);
  CHECK(count_of(page, "<script") == 1);
  const auto script = between(page, "<script>", "</script>");
  CHECK(hex_of_base64(between(page, "script-src 'sha256-", "'")) == core::sha256_hex(script));
}

TEST_CASE("The page says its language, has landmarks, and every link inside it has a target", "[report]") {
  for (const auto& [language, attribute] :
       {std::pair(core::Language::fr, "<html lang=\"fr\">"), std::pair(core::Language::en, "<html lang=\"en\">")}) {
    const auto page = written("html", hospital_run(), language);
    CHECK(page.find(attribute) != std::string::npos);
    for (const auto* part : {"<header", "<nav", "<main id=\"main\"", "<footer", "class=\"skip\"", "<h1>"})
      CHECK(count_of(page, part) == 1);
    std::set<std::string> ids;
    const std::regex id(" id=\"([^\"]*)\""), target("href=\"#([^\"]*)\"");
    for (std::sregex_iterator at(page.begin(), page.end(), id), end; at != end; ++at)
      CHECK(ids.insert((*at)[1]).second);
    for (std::sregex_iterator at(page.begin(), page.end(), target), end; at != end; ++at) CHECK(ids.contains((*at)[1]));
  }
}

TEST_CASE("Colours contrast enough to be read, in both modes and in print", "[report]") {
  const auto page = written("html", hospital_run());
  const auto css = between(page, "<style>", "</style>");
  const auto light = between(css, ":root {", "}");
  const auto dark = between(css, "prefers-color-scheme: dark) {", "} }");
  const auto print = between(css.substr(css.find("@media print")), ":root {", "}");
  for (const auto& block : {light, dark, print}) {
    auto colours = colours_of(block);
    REQUIRE(colours.contains("paper"));
    for (const auto* tone : {"critical", "high", "medium", "low", "good", "unknown"}) {
      INFO(tone);
      CHECK(contrast(colours[tone], colours["paper"]) >= 4.5);
      CHECK(contrast(colours[tone], colours[std::string(tone) + "-wash"]) >= 4.5);
      CHECK(contrast(colours["ink"], colours[std::string(tone) + "-wash"]) >= 4.5);
    }
    for (const auto* tone : {"ink", "muted", "accent"}) CHECK(contrast(colours[tone], colours["paper"]) >= 4.5);
    CHECK(contrast(colours["muted"], colours["wash"]) >= 4.5);
    CHECK(contrast(colours["bar"], colours["paper"]) >= 3);
  }
}

TEST_CASE("Charts are said in words too", "[report]") {
  const auto page = written("html", hospital_run());
  const std::regex svg("<svg [^>]*>");
  std::size_t charts = 0;
  for (std::sregex_iterator at(page.begin(), page.end(), svg), end; at != end; ++at, ++charts) {
    CHECK(at->str().find("role=\"img\"") != std::string::npos);
    CHECK(at->str().find("aria-label=\"") != std::string::npos);
  }
  CHECK(charts == 3);
  CHECK(page.find("Contrôles non conformes par gravité : ◆ critique : 2, ▲ élevée : 2, ■ moyenne : 2, ● faible : 1.") !=
        std::string::npos);
}

TEST_CASE("A table of subjects stops at a thousand and says so", "[report]") {
  const auto page = written("html", large_run(1, 1200));
  CHECK(count_of(page, "<tr><th scope=\"row\">compte.") == 1000);
  CHECK(page.find("1000 objets sur 1200 sont montrés ; la liste complète est dans le rapport JSON.") !=
        std::string::npos);
}

TEST_CASE("Only what has the form of a technique becomes a link", "[report]") {
  const auto page = written("html", hospital_run());
  CHECK(page.find("href=\"https://attack.mitre.org/techniques/T1550/003/\"") != std::string::npos);
  CHECK(page.find("vuln_krbtgt") != std::string::npos);
}

TEST_CASE("No mustache tag is left in the page", "[report]") {
  for (const auto language : both_languages)
    for (const auto& made : {hospital_run(), healthy_run()}) {
      const auto page = written("html", made, language);
      CHECK(page.find("{{") == std::string::npos);
      CHECK(page.find("}}") == std::string::npos);
    }
}
