// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/pages/html.hpp"

#include "audits/exposure/pages/text.hpp"

#include <array>
#include <map>
#include <utility>

namespace hygie::exposure::pages {
namespace {

constexpr std::size_t longest_title = 200, longest_value = 2000, most_attributes = 64;

bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Tag {
  std::string name;
  std::map<std::string, std::string, std::less<>> attributes;  // the first of a name counts
  std::size_t end = 0;                                         // after its '>'
  [[nodiscard]] std::string_view value(std::string_view name_) const {
    const auto found = attributes.find(name_);
    return found == attributes.end() ? std::string_view{} : std::string_view(found->second);
  }
};

/// The value at `at`, quoted or not; `at` moves behind it.
std::string_view attribute_value(std::string_view page, std::size_t& at) {
  while (at < page.size() && blank(page[at])) ++at;
  if (at < page.size() && (page[at] == '"' || page[at] == '\'')) {
    const auto end = std::min(page.find(page[at], at + 1), page.size());
    const auto value = page.substr(at + 1, end - at - 1);
    at = std::min(end + 1, page.size());
    return value;
  }
  const auto start = at;
  while (at < page.size() && !blank(page[at]) && page[at] != '>') ++at;
  return page.substr(start, at - start);
}

/// The start tag whose '<' is at `at`.
Tag read_tag(std::string_view page, std::size_t at) {
  Tag tag;
  const auto name_start = ++at;
  while (at < page.size() && !blank(page[at]) && page[at] != '>' && page[at] != '/') ++at;
  tag.name = lower(page.substr(name_start, std::min<std::size_t>(at - name_start, 32)));
  while (at < page.size() && page[at] != '>') {
    if (blank(page[at]) || page[at] == '/') {
      ++at;
      continue;
    }
    const auto start = at;
    while (at < page.size() && !blank(page[at]) && page[at] != '>' && page[at] != '/' &&
           (page[at] != '=' || at == start))
      ++at;
    const auto name = page.substr(start, at - start);
    while (at < page.size() && blank(page[at])) ++at;
    std::string_view value;
    if (at < page.size() && page[at] == '=') value = attribute_value(page, ++at);
    if (tag.attributes.size() < most_attributes)
      tag.attributes.try_emplace(lower(name.substr(0, 64)), value.substr(0, longest_value));
  }
  tag.end = std::min(at + 1, page.size());
  return tag;
}

/// The place of "</name" from `at` on, or the end of the page.
std::size_t closing(std::string_view page, std::string_view name, std::size_t at) {
  for (at = page.find("</", at); at != std::string_view::npos; at = page.find("</", at + 2))
    if (same(page.substr(at + 2, name.size()), name)) return at;
  return page.size();
}

std::string title_of(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> references{{{"&amp;", "&"},
                                                                                     {"&lt;", "<"},
                                                                                     {"&gt;", ">"},
                                                                                     {"&quot;", "\""},
                                                                                     {"&#39;", "'"},
                                                                                     {"&nbsp;", " "},
                                                                                     {"&eacute;", "é"},
                                                                                     {"&#233;", "é"}}};
  std::string out;
  for (std::size_t at = 0; at < text.size() && out.size() < longest_title;) {
    std::size_t taken = 0;
    for (const auto& [reference, meant] : references)
      if (text.substr(at).starts_with(reference)) {
        out += meant;
        taken = reference.size();
        break;
      }
    if (taken == 0) {
      const auto byte = static_cast<unsigned char>(text[at]);
      const bool space = byte <= 0x20 || byte == 0x7f;
      if (!space || (!out.empty() && out.back() != ' ')) out += space ? ' ' : text[at];
      taken = 1;
    }
    at += taken;
  }
  return shown(out, longest_title);
}

void read_meta(const Tag& tag, Html& html) {
  const auto content = tag.value("content");
  if (same(tag.value("name"), "generator") && html.generator.empty()) html.generator = shown(content);
  if (same(tag.value("http-equiv"), "content-security-policy") && html.policy.empty()) html.policy = content;
  if (!same(tag.value("http-equiv"), "refresh") || !html.refresh.empty()) return;
  const auto url = lower(content).find("url=");
  if (url == std::string::npos) return;
  auto where = trimmed(content.substr(url + 4));
  if (where.size() > 1 && (where.front() == '\'' || where.front() == '"')) where = where.substr(1, where.size() - 2);
  html.refresh = where;
}

bool names_an_icon(const Tag& tag) {
  for (const auto word : parts(tag.value("rel"), ' '))
    if (same(word, "icon")) return true;
  return false;
}

}  // namespace

Html read_html(std::string_view page) {
  Html html;
  std::size_t at = 0;
  while ((at = page.find('<', at)) != std::string_view::npos) {
    if (page.substr(at).starts_with("<!--")) {
      at = page.find("-->", at + 4);
      if (at == std::string_view::npos) break;
      continue;
    }
    if (at + 1 >= page.size() || !letter(page[at + 1])) {
      ++at;
      continue;
    }
    const auto tag = read_tag(page, at);
    at = tag.end;
    if (tag.name == "title" && html.title.empty())
      html.title = title_of(page.substr(at, closing(page, "title", at) - at));
    else if (tag.name == "meta")
      read_meta(tag, html);
    else if (tag.name == "link" && html.icon.empty() && names_an_icon(tag))
      html.icon = tag.value("href");
    else if (tag.name == "input" && same(trimmed(tag.value("type")), "password"))
      html.password = true;
    // what they hold is text for somebody else
    for (const auto* raw : {"script", "style", "textarea", "title"})
      if (tag.name == raw) at = closing(page, raw, at);
  }
  return html;
}

std::string listing_proof(std::string_view page) {
  struct Marks {
    const char* server;
    std::string_view first, second;
  };
  constexpr std::array<Marks, 7> known{{{"Apache", "<title>Index of /", "Parent Directory</a>"},
                                        {"Apache", "<h1>Index of /", "?C=N;O=D"},
                                        {"nginx", "<h1>Index of /", "<a href=\"../\">../</a>"},
                                        {"IIS", "[To Parent Directory]</A>", "<pre>"},
                                        {"Python", "<title>Directory listing for /", "<h1>Directory listing for /"},
                                        {"Jetty", "<title>Directory: /", "jetty-dir.css"},
                                        {"Tomcat", "<title>Directory Listing For ", "<h1>Directory Listing For "}}};
  for (const auto& marks : known)
    if (page.find(marks.first) != std::string_view::npos && page.find(marks.second) != std::string_view::npos)
      return marks.server;
  return {};
}

}  // namespace hygie::exposure::pages
