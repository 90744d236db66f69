// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/products/products.hpp"

#include "audits/exposure/products/cpe.hpp"
#include "audits/exposure/products/json_fields.hpp"
#include "core/embedded.hpp"
#include "core/yaml.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace hygie::exposure {
namespace {

HYGIE_EMBEDDED(exposure_fingerprints)

using nlohmann::json;

std::string said_by(const Identity& service, std::string_view name) {
  const auto found = service.said.find(name);
  return found == service.said.end() ? std::string() : found->second;
}

constexpr std::array<std::string_view, 12> keys{"protocol",     "said", "match",   "vendor", "product",      "cpe",
                                                "version_said", "seen", "version", "update", "distribution", "note"};

}  // namespace

core::Result<Fingerprints> Fingerprints::parse(std::string_view text, const std::string& file) {
  const auto document = core::parse_yaml(text, file);
  if (!document) return tl::make_unexpected(document.error());
  const auto wrong = [&](const std::string& pointer, std::string what) {
    return core::failure(core::ErrorCode::config, std::move(what), document->where(pointer));
  };
  const auto& root = *document->value;
  if (!root.is_object() || root.value("hygie", 0) != 1) return wrong("", "a file of fingerprints begins with hygie: 1");
  const auto list = root.find("fingerprints");
  if (list == root.end() || !list->is_array()) return wrong("", "fingerprints is a list");

  Fingerprints out;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto& entry = (*list)[i];
    const auto pointer = fmt::format("/fingerprints/{}", i);
    if (!entry.is_object()) return wrong(pointer, "a fingerprint is a map");
    for (const auto& [key, value] : entry.items())
      if (std::find(keys.begin(), keys.end(), key) == keys.end())
        return wrong(pointer + "/" + key, "unknown key " + key);
    auto pattern = Pattern::compile(text_in(entry, "match"));
    if (!pattern) return wrong(pointer + "/match", pattern.error().what);
    Print print{.protocols = texts_in(entry, "protocol"),
                .said = text_in(entry, "said"),
                .pattern = *pattern,
                .product = {.vendor = text_in(entry, "vendor"), .name = text_in(entry, "product")},
                .cpe = text_in(entry, "cpe"),
                .version_said = text_in(entry, "version_said")};
    if (print.protocols.empty() || print.said.empty() || text_in(entry, "match").empty() ||
        print.product.vendor.empty())
      return wrong(pointer, "a fingerprint has a protocol, said, match and a vendor");
    if (!print.cpe.empty() && std::count(print.cpe.begin(), print.cpe.end(), ':') != 2)
      return wrong(pointer + "/cpe", "cpe reads part:vendor:product");
    // an example is an answer that was seen, with what it must be read as
    if (const auto seen = text_in(entry, "seen"); !seen.empty()) {
      const auto groups = print.pattern.match(seen);
      if (!groups) return wrong(pointer + "/seen", "the example does not match");
      const auto read = told(print, {print.protocols[0], {{print.said, seen}}}, *groups);
      if (read.version != text_in(entry, "version") || read.package != text_in(entry, "distribution"))
        return wrong(pointer + "/seen", fmt::format("the example is read as version \"{}\", distribution \"{}\"",
                                                    read.version, read.package));
    }
    out.prints_.push_back(std::move(print));
  }
  if (const auto makers = root.find("enterprises"); makers != root.end() && makers->is_object())
    for (const auto& [number, name] : makers->items())
      if (name.is_string()) out.enterprises_[number] = name.get<std::string>();
  return out;
}

core::Result<Fingerprints> Fingerprints::load(const std::string& path) {
  constexpr std::size_t largest = 4U << 20U;
  const auto text = core::read_file(path, largest);
  return text ? parse(*text, path) : tl::make_unexpected(text.error());
}

const Fingerprints& Fingerprints::built_in() {
  // a unit test parses the same bytes, so that the program never starts without them
  static const Fingerprints all = parse(exposure_fingerprints(), "data/fingerprints.yaml").value_or(Fingerprints());
  return all;
}

void Fingerprints::put_first(const Fingerprints& others) {
  prints_.insert(prints_.begin(), others.prints_.begin(), others.prints_.end());
  for (const auto& [number, name] : others.enterprises_) enterprises_[number] = name;
}

Product Fingerprints::told(const Print& print, const Identity& service, const Pattern::Groups& groups) {
  const auto group = [&groups](std::string_view name) {
    const auto found = groups.find(name);
    return found == groups.end() ? std::string() : found->second;
  };
  auto product = print.product;
  if (auto name = group("product"); !name.empty()) product.name = std::move(name);
  const auto update = group("update");
  auto version = print.version_said.empty() ? group("version") : said_by(service, print.version_said);
  product.version = version + update;
  product.package = group("distribution");
  if (!print.cpe.empty()) product.cpe = cpe_name(print.cpe, version, update);
  return product;
}

Product Fingerprints::product_of(const Identity& service) const {
  for (const auto& print : prints_) {
    if (std::find(print.protocols.begin(), print.protocols.end(), service.protocol) == print.protocols.end()) continue;
    const auto fact = service.said.find(print.said);
    if (fact == service.said.end()) continue;
    if (const auto groups = print.pattern.match(fact->second)) return told(print, service, *groups);
  }
  // nothing known: what the service itself calls its maker, its product and its version
  Product product{.vendor = said_by(service, "vendor"), .name = said_by(service, "product")};
  if (!product.name.empty()) product.version = said_by(service, "version");
  const auto maker = enterprises_.find(said_by(service, "enterprise"));
  if (product.vendor.empty() && maker != enterprises_.end()) product.vendor = maker->second;
  return product;
}

Product product_of(const Identity& service) { return Fingerprints::built_in().product_of(service); }

}  // namespace hygie::exposure
