// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/formats/format.hpp"
#include "audits/exposure/feeds/read/front_matter.hpp"
#include "core/i18n.hpp"

#include <filesystem>

namespace hygie::exposure::feeds {
namespace {

using core::tr;
using Kind = Value::Kind;

/// products/nginx.md, "feeds.zip: api/nginx.json" -> nginx
std::string stem(const std::string& name) {
  const auto member = name.rfind(": ");
  auto path = std::filesystem::path(member == std::string::npos ? name : name.substr(member + 2));
  while (path.has_extension()) path = path.stem();
  return path.stem().string();
}

std::string one_of(const Value& value, const char* first, const char* second) {
  return value.has(first) ? value[first].text : value[second].text;
}

/// A cycle as the site's pages, its first API or its second one write it.
LifeCycle cycle_of(const Value& value) {
  LifeCycle out;
  out.cycle = value.has("releaseCycle") ? value["releaseCycle"].text : one_of(value, "cycle", "name");
  const auto& end = value["eol"];
  if (end.is(Kind::boolean)) out.ended = end.truth;
  if (end.is(Kind::text)) out.date = end.text;
  if (value["isEol"].is(Kind::boolean)) out.ended = value["isEol"].truth;
  if (value["eolFrom"].is(Kind::text)) out.date = value["eolFrom"].text;
  if (!out.date.empty()) out.ended.reset();  // the day decides, whenever the question is asked
  const auto& latest = value["latest"];
  out.latest = latest.is(Kind::object) ? latest["name"].text : latest.text;
  return out;
}

void add_name(std::string_view cpe, std::vector<ProductName>& names) {
  if (const auto parsed = parse_cpe(cpe)) names.push_back({normal(parsed->vendor), normal(parsed->product)});
}

/// Its CPE names, and its own name without a vendor.
std::vector<ProductName> names_for(const std::string& slug, const Value& identifiers) {
  std::vector<ProductName> names{{"", normal(slug)}};
  for (const auto& one : identifiers.list()) {
    add_name(one["cpe"].text, names);
    if (one["type"].text == "cpe") add_name(one["id"].text, names);
  }
  return names;
}

class Cycles {
 public:
  core::Status add(const Value& value) {
    cycles_.push_back(cycle_of(value));
    const auto& one = cycles_.back();
    if (one.cycle.empty()) return bad_record(tr("a cycle has no name"));
    if (!one.date.empty() && !core::parse_date(one.date))
      return bad_record(tr("\"{}\" is not a date (YYYY-MM-DD)", one.date));
    const auto& latest = value["latest"];
    const auto& day = latest.is(Kind::object) ? latest["date"].text : value["latestReleaseDate"].text;
    if (day > latest_ && core::parse_date(day)) latest_ = day;
    return {};
  }
  core::Status add_all(const Value& releases) {
    for (const auto& one : releases.list())
      if (auto added = add(one); !added) return added;
    return {};
  }
  [[nodiscard]] const std::vector<LifeCycle>& all() const { return cycles_; }
  [[nodiscard]] const std::string& latest() const { return latest_; }

 private:
  std::vector<LifeCycle> cycles_;
  std::string latest_;
};

/// The API of endoflife.date: every product, one product, or the older list of cycles.
class EndOfLifeJson final : public Format {
 public:
  EndOfLifeJson(Writer& writer, const std::string& name) : writer_(writer), file_(stem(name)) {}
  [[nodiscard]] std::string_view kind() const override { return "end-of-life"; }

  core::Status record(const Record& one) override {
    if (!one.value.has("releases")) return loose_.add(one.value);
    return product(one.value);
  }

  core::Status end(const Value& top) override {
    for (const char* key : {"last_modified", "generated_at"}) saw(top[key].text);
    if (top["result"].has("releases")) return product(top["result"]);
    if (loose_.all().empty()) return {};
    saw(loose_.latest());
    counted();
    return writer_.life(file_, names_for(file_, {}), loose_.all());
  }

 private:
  core::Status product(const Value& value) {
    const auto& name = value["name"].text;
    if (name.empty()) return bad_record(tr("a product has no name"));
    Cycles cycles;
    if (auto added = cycles.add_all(value["releases"]); !added) return added;
    saw(cycles.latest());
    counted();
    return writer_.life(name, names_for(name, value["identifiers"]), cycles.all());
  }

  Writer& writer_;
  std::string file_;
  Cycles loose_;
};

}  // namespace

std::unique_ptr<Format> endoflife_json(Writer& writer, const std::string& name) {
  return std::make_unique<EndOfLifeJson>(writer, name);
}

core::Result<Held> import_front_matter(Stream& bytes, const std::string& name, Writer& writer) {
  const auto page = read_front_matter(bytes, name);
  if (!page) return tl::make_unexpected(page.error());
  Held held{.kind = "end-of-life", .date = {}};
  if (!(*page)["releases"].is(Kind::array)) return Held{};  // a page of another kind
  Cycles cycles;
  if (auto added = cycles.add_all((*page)["releases"]); !added)
    return core::failure(added.error().code, added.error().what, name);
  const auto slug = stem(name);
  if (auto written = writer.life(slug, names_for(slug, (*page)["identifiers"]), cycles.all()); !written)
    return tl::make_unexpected(written.error());
  held.date = cycles.latest();
  held.records = 1;
  return held;
}

}  // namespace hygie::exposure::feeds
