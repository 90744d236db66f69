// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/products/json_fields.hpp"
#include "audits/exposure/products/web_signs.hpp"
#include "core/embedded.hpp"
#include "core/yaml.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace hygie::exposure {
namespace {

HYGIE_EMBEDDED(exposure_web_signs)

using core::failure;
using nlohmann::json;
using Mark = KnownSign::Mark;
using Where = Mark::Where;

constexpr std::array<std::string_view, 15> kinds{"file",   "dump",  "listing", "status-page", "default-page",
                                                 "admin",  "vpn",   "portal",  "api",         "health",
                                                 "viewer", "print", "help",    "backup",      "hypervisor"};
constexpr std::array<std::string_view, 14> keys{"name",  "kind", "access", "path",   "accept",  "post", "ports",
                                                "marks", "read", "count",  "vendor", "product", "cpe",  "seen"};
// a page may be long, and what is looked for at its end
constexpr Pattern::How in_pages{.dot_is_all = true, .longest = std::size_t{256} * 1024, .steps = 2'000'000};

std::vector<int> numbers_in(const json& value) {
  std::vector<int> out;
  for (const auto& one : value.is_array() ? value : json::array({value}))
    if (one.is_number_integer() && one.get<std::int64_t>() > 0 && one.get<std::int64_t>() < 65536)
      out.push_back(one.get<int>());
  return out;
}

/// {status: [200, 401]}, {body: EXPRESSION}, {title:}, {icon:}, {cookie:}, {header: NAME, match: EXPRESSION}
core::Result<Mark> mark_of(const json& entry) {
  Mark mark;
  const auto wrong = [](std::string what) { return failure(core::ErrorCode::config, std::move(what)); };
  if (!entry.is_object() || entry.empty()) return wrong("a mark is a map");
  std::string expression;
  if (entry.contains("status")) {
    mark.where = Where::status;
    mark.statuses = numbers_in(entry["status"]);
    if (mark.statuses.empty() || entry.size() != 1) return wrong("status is a number, or a list of numbers");
    return mark;
  }
  if (entry.contains("header")) {
    mark.where = Where::header;
    mark.header = pages::lower(text_in(entry, "header"));
    expression = text_in(entry, "match");
    if (entry.size() != 2 || expression.empty()) return wrong("a header has match beside it");
  } else {
    constexpr std::array<std::pair<const char*, Where>, 4> others{
        {{"body", Where::body}, {"title", Where::title}, {"icon", Where::icon}, {"cookie", Where::cookie}}};
    const auto which =
        std::find_if(others.begin(), others.end(), [&](const auto& one) { return entry.contains(one.first); });
    if (which == others.end() || entry.size() != 1)
      return wrong("a mark is one of status, header, body, title, icon, cookie");
    mark.where = which->second;
    expression = text_in(entry, which->first);
    if (expression.empty()) return wrong("an expression is missing");
  }
  auto pattern = Pattern::compile(expression, in_pages);
  if (!pattern) return wrong(pattern.error().what);
  mark.match = *pattern;
  return mark;
}

core::Status read_marks(const json& entry, const char* key, std::vector<Mark>& marks) {
  const auto list = entry.find(key);
  if (list == entry.end()) return {};
  if (!list->is_array()) return failure(core::ErrorCode::config, std::string(key) + " is a list");
  for (const auto& one : *list) {
    auto mark = mark_of(one);
    if (!mark) return tl::make_unexpected(mark.error());
    marks.push_back(std::move(*mark));
  }
  return {};
}

/// A status is no mark of its own: any server gives any.
std::size_t independent(const std::vector<Mark>& marks) {
  return static_cast<std::size_t>(
      std::count_if(marks.begin(), marks.end(), [](const Mark& mark) { return mark.where != Where::status; }));
}

core::Status shape(const KnownSign& sign, const json& entry) {
  const auto wrong = [](std::string what) { return failure(core::ErrorCode::config, std::move(what)); };
  if (sign.name.empty() || std::find(kinds.begin(), kinds.end(), sign.kind) == kinds.end())
    return wrong("a sign has a name, and one of the known kinds");
  if (independent(sign.marks) + (sign.counts_entries ? 1 : 0) < 2)
    return wrong("two marks beside the status are needed");
  if (!sign.cpe.empty() && std::count(sign.cpe.begin(), sign.cpe.end(), ':') != 2)
    return wrong("cpe reads part:vendor:product");
  for (const auto& question : sign.questions) {
    if (!question.path.starts_with('/')) return wrong("a path begins with /");
    if (!question.post.empty() && question.post != "ipp" && question.post != "wsman")
      return wrong("post is ipp or wsman: nothing else is ever posted");
  }
  if (!entry.contains("seen")) return wrong("a sign has an example, seen");
  return {};
}

/// The example: {status, headers: ["name: value"], body, icon}, and what is read of it: {version: ...}.
core::Status hold_example(const KnownSign& sign, const json& seen) {
  const auto wrong = [](std::string what) { return failure(core::ErrorCode::config, std::move(what)); };
  if (!seen.is_object()) return wrong("seen is a map");
  WebAnswer answer;
  answer.status = seen.value("status", 200);
  answer.body = text_in(seen, "body");
  answer.icon_md5 = text_in(seen, "icon");
  for (const auto& line : texts_in(seen, "headers"))
    if (!pages::add_header(answer.headers, line)) return wrong("not a header: " + line);
  if (!sign.holds(answer)) return wrong("the sign is not found in its example");
  const auto found = sign.sign("/", answer);
  for (const auto& [key, value] : seen.items()) {
    if (key == "status" || key == "body" || key == "icon" || key == "headers") continue;
    const std::string_view wanted = key;
    const auto said =
        std::find_if(found.said.begin(), found.said.end(), [wanted](const auto& one) { return one.first == wanted; });
    const auto read = said == found.said.end() ? std::string() : said->second;
    if (!value.is_string() || read != value.get<std::string>())
      return wrong(fmt::format("{} is read as \"{}\"", key, read));
  }
  return {};
}

core::Result<KnownSign> sign_of(const json& entry) {
  const auto wrong = [](std::string what) { return failure(core::ErrorCode::config, std::move(what)); };
  if (!entry.is_object()) return wrong("a sign is a map");
  for (const auto& [key, value] : entry.items())
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) return wrong("unknown key " + key);
  KnownSign sign{.kind = text_in(entry, "kind"),
                 .name = text_in(entry, "name"),
                 .access = text_in(entry, "access"),
                 .counts_entries = text_in(entry, "count") == "entries",
                 .vendor = text_in(entry, "vendor"),
                 .product = text_in(entry, "product"),
                 .cpe = text_in(entry, "cpe")};
  for (const auto& path : texts_in(entry, "path"))
    sign.questions.push_back({path, text_in(entry, "accept"), text_in(entry, "post")});
  if (const auto ports = entry.find("ports"); ports != entry.end())
    for (const int port : numbers_in(*ports)) sign.ports.push_back(static_cast<std::uint16_t>(port));
  for (auto status :
       {read_marks(entry, "marks", sign.marks), read_marks(entry, "read", sign.reads), shape(sign, entry)})
    if (!status) return tl::make_unexpected(status.error());
  if (auto held = hold_example(sign, entry["seen"]); !held) return tl::make_unexpected(held.error());
  return sign;
}

}  // namespace

core::Result<WebSigns> WebSigns::parse(std::string_view text, const std::string& file) {
  const auto document = core::parse_yaml(text, file);
  if (!document) return tl::make_unexpected(document.error());
  const auto& root = *document->value;
  const auto wrong = [&](const std::string& pointer, std::string what) {
    return failure(core::ErrorCode::config, std::move(what), document->where(pointer));
  };
  if (!root.is_object() || root.value("hygie", 0) != 1) return wrong("", "a file of web signs begins with hygie: 1");
  const auto list = root.find("signs");
  if (list == root.end() || !list->is_array()) return wrong("", "signs is a list");
  WebSigns out;
  for (std::size_t i = 0; i < list->size(); ++i) {
    auto sign = sign_of((*list)[i]);
    if (!sign) return wrong(fmt::format("/signs/{}", i), sign.error().what);
    out.signs_.push_back(std::move(*sign));
  }
  return out;
}

core::Result<WebSigns> WebSigns::load(const std::string& path) {
  constexpr std::size_t largest = 4U << 20U;
  const auto text = core::read_file(path, largest);
  return text ? parse(*text, path) : tl::make_unexpected(text.error());
}

const WebSigns& WebSigns::built_in() {
  // a unit test parses the same bytes, so that the program never starts without them
  static const WebSigns all = parse(exposure_web_signs(), "data/web_signs.yaml").value_or(WebSigns());
  return all;
}

std::string_view WebSigns::built_in_text() { return exposure_web_signs(); }

}  // namespace hygie::exposure
