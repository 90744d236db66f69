// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/formats/configurations.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace hygie::exposure::feeds {
namespace {

using Kind = Value::Kind;

bool is_and(const Value& node) { return node["operator"].text == "AND"; }
bool is_true(const Value& value) { return value.is(Kind::boolean) && value.truth; }

std::string label(const CpeName& cpe) { return fmt::format("{}:{}", cpe.vendor, cpe.product); }

/// "asa5505_firmware" runs on "asa5505" and nowhere else: naming both is no condition.
bool is_own_hardware(const CpeName& software, const CpeName& other) {
  return other.part == 'h' && software.vendor == other.vendor && software.product == other.product + "_firmware";
}

/// What `cpe` needs from another node; empty when that node asks for nothing more.
std::string needed_from(const Value& node, const CpeName& cpe) {
  std::string first;
  for (const auto& match : node["cpeMatch"].list()) {
    const auto other = parse_cpe(match["criteria"].text);
    if (!other || is_own_hardware(cpe, *other)) return {};
    if (first.empty()) first = label(*other);
  }
  return first;
}

std::string needed(const Value& configuration, const Value& node, const Value& match, const CpeName& cpe) {
  if (is_and(node))
    for (const auto& other : node["cpeMatch"].list())
      if (const auto name = parse_cpe(other["criteria"].text); &other != &match && name && !is_own_hardware(cpe, *name))
        return label(*name);
  if (is_and(configuration))
    for (const auto& other : configuration["nodes"].list())
      if (&other != &node)
        if (auto what = needed_from(other, cpe); !what.empty()) return what;
  return cpe.target_software == "*" || cpe.target_software == "-" ? std::string{} : cpe.target_software;
}

Affected line_of(const Value& match, const CpeName& cpe) {
  Affected line;
  const auto& from = match["versionStartIncluding"].text;
  const auto& after = match["versionStartExcluding"].text;
  const auto& up_to = match["versionEndIncluding"].text;
  const auto& below = match["versionEndExcluding"].text;
  if (!from.empty() || !after.empty() || !up_to.empty() || !below.empty() || cpe.version == "*") {
    line.form = Form::range;
    line.low = from.empty() ? after : from;
    line.low_excluded = from.empty() && !after.empty();
    line.high = below.empty() ? up_to : below;
    line.high_included = below.empty();
    return line;
  }
  line.form = cpe.version == "-" ? Form::unsaid : Form::exact;
  line.low = cpe.version == "-" ? std::string{} : cpe.version;
  if (line.form == Form::exact && cpe.update == "*") line.high = any_update;
  if (line.form == Form::exact && cpe.update != "*" && cpe.update != "-") line.low += "-" + cpe.update;
  return line;
}

void read_node(const Value& configuration, const Value& node, int entry, std::vector<AffectedProduct>& out) {
  for (const auto& match : node["cpeMatch"].list()) {
    if (!is_true(match["vulnerable"])) continue;
    const auto cpe = parse_cpe(match["criteria"].text);
    if (!cpe) continue;
    ProductName name{normal(cpe->vendor), normal(cpe->product)};
    if (name.product.empty()) continue;
    auto line = line_of(match, *cpe);
    line.entry = entry;
    line.needs = needed(configuration, node, match, *cpe);
    // "all but these" cannot be told from a banner
    if (is_true(node["negate"]) || is_true(configuration["negate"])) line.form = Form::unsaid;
    out.push_back({std::move(name), std::move(line)});
  }
}

}  // namespace

void read_configurations(const Value& configurations, int& entry, std::vector<AffectedProduct>& out) {
  for (const auto& configuration : configurations.list()) {
    for (const auto& node : configuration["nodes"].list()) read_node(configuration, node, entry, out);
    ++entry;
  }
}

}  // namespace hygie::exposure::feeds
