// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/pages/text.hpp"

#include <algorithm>

namespace hygie::exposure::pages {
namespace {

char low(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// RFC 9110, 5.6.2: what a header's name is made of.
bool is_token(char c) {
  constexpr std::string_view others = "!#$%&'*+-.^_`|~";
  const char l = low(c);
  return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), low);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

bool same(std::string_view one, std::string_view other) {
  return one.size() == other.size() &&
         std::equal(one.begin(), one.end(), other.begin(), [](char a, char b) { return low(a) == low(b); });
}

std::vector<std::string_view> parts(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (;;) {
    const auto end = text.find(separator);
    if (const auto part = trimmed(text.substr(0, end)); !part.empty()) out.push_back(part);
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

std::string_view header(const Headers& headers, std::string_view name) {
  const auto found =
      std::find_if(headers.begin(), headers.end(), [&](const auto& one) { return same(one.first, name); });
  return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

bool has_header(const Headers& headers, std::string_view name) {
  return std::any_of(headers.begin(), headers.end(), [&](const auto& one) { return same(one.first, name); });
}

bool add_header(Headers& headers, std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const auto name = line.substr(0, colon);
  if (!std::all_of(name.begin(), name.end(), is_token)) return false;
  headers.emplace_back(lower(name), trimmed(line.substr(colon + 1)));
  return true;
}

std::string shown(std::string_view text, std::size_t most) {
  std::string out;
  for (const char c : trimmed(text)) {
    if (out.size() >= most) break;
    const auto byte = static_cast<unsigned char>(c);
    out += byte < 0x20 || byte == 0x7f ? ' ' : c;
  }
  // a character of several bytes is not left half
  while (!out.empty() && out.size() >= most && (static_cast<unsigned char>(out.back()) & 0x80U) != 0) out.pop_back();
  return out;
}

}  // namespace hygie::exposure::pages
