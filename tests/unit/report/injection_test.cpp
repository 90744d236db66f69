// SPDX-License-Identifier: EUPL-1.2
// Strings that strangers may have written in a directory, a banner or a file, through every writer.
#include "core/utf8.hpp"
#include "report/unicode.hpp"
#include "report/writers/markdown.hpp"
#include "tests/unit/report/support.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace hygie;
using namespace hygie::test;

namespace {

// Each is put between two letters, so that what is dropped never leaves an empty string.
const std::vector<std::string> payloads = {
    // HTML
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "</style><b>", "</title><b>",
    "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "\" onmouseover=\"alert(1)", "' onfocus='alert(1)",
    "\"><b>", "'><b>", "<!--", "-->", "<![CDATA[", "]]>", "&lt;script&gt;", "&#60;b&#62;", "&amp;",
    "javascript:alert(1)", "data:text/html,<b>", "<details open ontoggle=alert(1)>", "<b", "`<b>`",
    // mustache
    "{{css}}", "{{{js}}}", "{{#plan}}x{{/plan}}", "{{=<% %>=}}", "{{object}}", "{}", "{0}", "%s%n",
    // Markdown
    "[a](javascript:alert(1))", "![a](https://www.example.test/x.png)", "<https://example.test>",
    "https://example.test/x", "www.example.test", "a | b | c", "```\ncode", "`code`", "**bold**", "__bold__",
    "~~gone~~", "# title", "> quote", "- item", "1. item", "| a |\n|---|", "[^1]: note", "@everyone", "\\", "\\|",
    "a\\`b", "$x$",
    // terminal
    "\x1b[2J", "\x1b]0;title\x07", "\x1b]8;;https://example.test\x1b\\link", "\x1b[31mred",
    "\x9b"
    "31m",
    "\xC2\x9B"
    "31m",
    "\x08\x08\x08", "\x7F",
    // direction and invisible marks
    "\xE2\x80\xAE"
    "gnp.exe",
    "\xE2\x81\xA6x\xE2\x81\xA9", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE2\x80\xA8line", "\xF3\xA0\x81\x81",
    // lines and bytes
    "\r\nSet-Cookie: a=b", "\n::error::x", "\r", "\t\t", "\xFF\xFE", "\xC3", "\xED\xA0\x80", "=cmd|' /C calc'!A0"};

std::string between_letters(const std::string& payload) { return "a" + payload + "b"; }

bool has_deceiving(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto character = core::next_character(text, at);
    if (character != '\n' && report::deceives(character)) return true;
  }
  return false;
}

/// The page's tags with their attributes' names: what a payload must not change. Script and style are the program's
/// own.
std::vector<std::string> tags_of(const std::string& page) {
  std::vector<std::string> tags;
  for (auto at = page.find('<'); at != std::string::npos; at = page.find('<', at)) {
    std::string tag;
    bool quoted = false;
    for (; at < page.size() && (quoted || page[at] != '>'); ++at) {
      if (page[at] == '"') quoted = !quoted;
      if (!quoted) tag += page[at];
    }
    if (tag == "<style" || tag == "<script") at = page.find("</" + tag.substr(1), at);
    tags.push_back(tag);
  }
  return tags;
}

std::size_t unescaped(const std::string& line, char wanted) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == wanted) {
      ++count;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("There are enough payloads", "[report]") { CHECK(payloads.size() >= 60); }

TEST_CASE("No remote string changes the HTML page's structure", "[report]") {
  const auto wanted = tags_of(written("html", hostile_run("ab")));
  for (const auto& payload : payloads) {
    const auto page = written("html", hostile_run(between_letters(payload)));
    INFO(payload);
    CHECK(tags_of(page) == wanted);
    CHECK_FALSE(has_deceiving(page));
  }
}

TEST_CASE("No remote string drives the terminal or breaks a line's width", "[report]") {
  for (const auto& payload : payloads) {
    const auto text = written("text", hostile_run(between_letters(payload)));
    INFO(payload);
    CHECK_FALSE(has_deceiving(text));
    for (const auto& line : lines_of(text)) REQUIRE(report::display_width(line) <= 80);
  }
}

TEST_CASE("No remote string opens a Markdown construct or a line", "[report]") {
  const auto wanted = lines_of(written("markdown", hostile_run("ab")));
  for (const auto& payload : payloads) {
    const auto lines = lines_of(written("markdown", hostile_run(between_letters(payload))));
    INFO(payload);
    REQUIRE(lines.size() == wanted.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      INFO(lines[i]);
      for (const char c : std::string("<>[]()`|~$@&#!")) {
        if (unescaped(lines[i], c) != unescaped(wanted[i], c))
          FAIL_CHECK("an unescaped " << c << " against: " << wanted[i]);
      }
      REQUIRE_FALSE(has_deceiving(lines[i]));
    }
  }
}

TEST_CASE("Markdown at the start of a line stays text", "[report]") {
  for (const auto& [raw, escaped] :
       {std::pair("- a", "\\- a"), std::pair("+ a", "\\+ a"), std::pair("1. a", "1\\. a"),
        std::pair("=== a", "\\=\\=\\= a"), std::pair("   # a", "\\# a"), std::pair("a-b 1.5", "a-b 1.5"),
        std::pair("www.x.test", "www\\.x.test"), std::pair("https://x", "https\\://x")})
    CHECK(report::escape_markdown(raw) == escaped);
}

TEST_CASE("JSON keeps every remote string whole, and shows none raw that deceives", "[report]") {
  for (const auto& payload : payloads) {
    const auto text = written("json", hostile_run(between_letters(payload)));
    INFO(payload);
    CHECK_FALSE(has_deceiving(text));
    const auto name = nlohmann::json::parse(text)["establishment"]["name"].get<std::string>();
    bool valid = true;
    for (std::size_t at = 0; at < payload.size();) valid = core::next_character(payload, at) != 0xFFFD && valid;
    if (valid) CHECK(name == between_letters(payload));
  }
}
