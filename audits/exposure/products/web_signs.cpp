// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/products/web_signs.hpp"

#include "audits/exposure/pages/cookies.hpp"
#include "audits/exposure/products/cpe.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace hygie::exposure {
namespace {

using Mark = KnownSign::Mark;
using Where = Mark::Where;

std::vector<std::string> texts(const Mark& mark, const WebAnswer& answer) {
  std::vector<std::string> out;
  const auto wanted = mark.where == Where::cookie ? std::string_view("set-cookie") : std::string_view(mark.header);
  switch (mark.where) {
    case Where::title: return {pages::read_html(answer.body).title};
    case Where::icon: return {answer.icon_md5};
    case Where::header:
    case Where::cookie:
      for (const auto& [name, value] : answer.headers)
        if (name == wanted) out.push_back(value);
      return out;
    default: return {};
  }
}

std::optional<Pattern::Groups> match(const Mark& mark, const WebAnswer& answer) {
  if (mark.where == Where::status) {
    if (std::find(mark.statuses.begin(), mark.statuses.end(), answer.status) == mark.statuses.end()) return {};
    return Pattern::Groups{};
  }
  if (mark.where == Where::body) return mark.match->match(answer.body);
  for (const auto& text : texts(mark, answer))
    if (auto groups = mark.match->match(text)) return groups;
  return {};
}

std::string word_of(const Mark& mark, const WebAnswer& answer) {
  switch (mark.where) {
    case Where::status: return "status " + std::to_string(answer.status);
    case Where::header: return mark.header;
    case Where::title: return "title";
    case Where::icon: return "icon";
    case Where::cookie: return "cookie";
    default: return "body";
  }
}

/// How many elements the array has; empty when the body is none.
std::string entries(const std::string& body) {
  const auto value = nlohmann::json::parse(body, nullptr, false);
  return value.is_array() ? std::to_string(value.size()) : std::string();
}

}  // namespace

bool KnownSign::holds(const WebAnswer& answer) const {
  return std::all_of(marks.begin(), marks.end(), [&](const Mark& mark) { return match(mark, answer).has_value(); }) &&
         (!counts_entries || !entries(answer.body).empty());
}

WebSign KnownSign::sign(const std::string& path, const WebAnswer& answer) const {
  WebSign sign{.kind = kind, .name = name, .path = path, .proof = {}};
  std::set<std::string> words;
  for (const auto& mark : marks)
    if (const auto word = word_of(mark, answer); words.insert(word).second)
      sign.proof += (sign.proof.empty() ? "" : ", ") + word;
  if (!access.empty()) sign.said.emplace_back("access", access);
  std::set<std::string, std::less<>> known;
  for (const auto& mark : reads)
    if (const auto groups = match(mark, answer))
      for (const auto& [group, value] : *groups)
        if (known.insert(group).second) sign.said.emplace_back(group, pages::shown(value, 80));
  if (counts_entries) sign.said.emplace_back("entries", entries(answer.body));
  return sign;
}

std::optional<Product> KnownSign::product_of(const WebSign& sign) const {
  if (product.empty()) return {};
  Product out{.vendor = vendor, .name = product, .source = "page"};
  const auto version =
      std::find_if(sign.said.begin(), sign.said.end(), [](const auto& one) { return one.first == "version"; });
  if (version != sign.said.end()) out.version = version->second;
  if (!cpe.empty()) out.cpe = cpe_name(cpe, out.version);
  return out;
}

std::vector<WebQuestion> WebSigns::questions(std::uint16_t port) const {
  std::set<WebQuestion> all;
  for (const auto& sign : signs_)
    if (sign.ports.empty() || std::find(sign.ports.begin(), sign.ports.end(), port) != sign.ports.end())
      all.insert(sign.questions.begin(), sign.questions.end());
  return {all.begin(), all.end()};
}

}  // namespace hygie::exposure
