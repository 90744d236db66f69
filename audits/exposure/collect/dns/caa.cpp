// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/dns/caa.hpp"

#include "audits/exposure/collect/dns/observed.hpp"
#include "audits/exposure/collect/reading.hpp"
#include "audits/exposure/products/json_fields.hpp"
#include "core/calendar.hpp"
#include "core/i18n.hpp"
#include "core/limits.hpp"
#include "core/yaml.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace hygie::exposure {
namespace {

// An export may list years of certificates; each name is a few questions.
constexpr std::size_t most_names = 2'000;

void add_names(const std::string& text, std::vector<std::string>& names) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of(" \r\n,", at), text.size());
    auto name = lower(std::string_view(text).substr(at, end - at));
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    at = end + 1;
  }
}

/// Names below a declared domain that certificates carry, those that are served first.
std::vector<std::string> certified_names(const Work& work) {
  std::vector<std::string> out;
  std::set<std::string> seen;
  const auto take = [&](const std::vector<std::string>& names) {
    for (const auto& text : names) {
      auto name = lower(std::string_view(text).substr(text.starts_with("*.") ? 2 : 0));
      if (is_declared(work.target, name) && seen.insert(name).second) out.push_back(std::move(name));
    }
  };
  for (const auto& certificate : work.facts.certificates)
    if (!certificate.authority) take(certificate.names);
  for (const auto& one : work.facts.issued) take(one.names);
  return out;
}

void take_exports(const Work& work) {
  for (const auto& path : work.target.transparency)
    if (const auto text = core::read_file(path, core::limits::json_bytes)) {
      auto issued = issued_in(*text);
      std::move(issued.begin(), issued.end(), std::back_inserter(work.facts.issued));
    }
}

}  // namespace

CaaSet caa_of(const std::string& name, const Asked& ask) {
  CaaSet out;
  out.name = name;
  for (auto at = name; !at.empty(); at = at.find('.') == std::string::npos ? "" : at.substr(at.find('.') + 1)) {
    const auto answer = ask(at, "CAA");
    out.found = observed(answer);
    for (const auto& record : answer.records)
      if (record.type == "CAA" && record.fields.size() > 2) {
        auto value = record.fields[2];
        value.erase(std::remove(value.begin(), value.end(), '"'), value.end());
        out.records.push_back(bounded(record.fields[1] + " " + value, 256));
      }
    if (answer.found != Found::records && answer.found != Found::not_answered) continue;
    out.at = at;
    return out;
  }
  return out;
}

std::vector<Issued> issued_in(std::string_view text) {
  std::vector<Issued> out;
  const auto start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || text[start] != '[') return out;
  const auto root = nlohmann::json::parse(text, nullptr, false);
  if (!root.is_array()) return out;
  for (const auto& entry : root) {
    if (!entry.is_object() || text_in(entry, "issuer_name").empty()) continue;
    auto& one = out.emplace_back();
    one.issuer = text_in(entry, "issuer_name");
    one.serial = text_in(entry, "serial_number");
    add_names(text_in(entry, "name_value"), one.names);
    add_names(text_in(entry, "common_name"), one.names);
    // "2026-05-01T10:20:30", of UTC
    if (const auto end = core::parse_instant(text_in(entry, "not_after") + "Z")) one.not_after = *end;
  }
  return out;
}

void read_caa_sets(const Work& work) {
  if (work.target.domains.empty() || work.resolver == nullptr) return;
  work.facts.issued.clear();  // of an audit that was stopped: the files are read again
  take_exports(work);
  const Asked ask = [&](const std::string& name, const std::string& type) { return work.resolver->ask(name, type); };
  const auto names = certified_names(work);
  for (const auto& name : names) {
    const auto& known = work.facts.caa_sets;
    if (std::any_of(known.begin(), known.end(), [&](const CaaSet& one) { return one.name == name; })) continue;
    if (work.gate.ended() || work.facts.caa_sets.size() >= most_names)
      return work.gap(Part::dns, core::tr("not every name of certificates was held against CAA"));
    work.facts.caa_sets.push_back(caa_of(name, ask));
    work.course.read(Piece::caa, name);
  }
}

}  // namespace hygie::exposure
