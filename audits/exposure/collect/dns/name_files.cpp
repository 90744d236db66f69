// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/collect/dns/name_files.hpp"

#include "audits/exposure/collect/dns/rr.hpp"
#include "core/embedded.hpp"
#include "core/i18n.hpp"
#include "core/limits.hpp"
#include "core/yaml.hpp"

#include <cstdio>
#include <cstring>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

namespace hygie::exposure {
namespace {

HYGIE_EMBEDDED(subdomains)

using core::ErrorCode;
using core::failure;
using core::tr;
using Names = std::set<std::string>;

bool plausible(std::string_view name) {
  if (name.size() < 4 || name.size() > 253 || name.find('.') == std::string_view::npos) return false;
  if (name.front() == '.' || name.front() == '-' || name.find("..") != std::string_view::npos) return false;
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
  };
  if (!std::all_of(name.begin(), name.end(), letter)) return false;
  const auto last = name.substr(name.rfind('.') + 1);
  return last.size() > 1 && last.find_first_not_of("0123456789") != std::string_view::npos;
}

void take(Names& names, std::string_view text) {
  auto name = lower(trimmed(text));
  if (name.starts_with("*.")) name.erase(0, 2);
  if (name.ends_with('.')) name.pop_back();
  if (plausible(name)) names.insert(std::move(name));
}

/// Whatever stands between blanks, commas, quotes and the like.
void take_words(Names& names, std::string_view text) {
  constexpr std::string_view between = " \t\r\n,;\"'|=()[]{}<>";
  while (!text.empty()) {
    const auto end = text.find_first_of(between);
    take(names, text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
}

}  // namespace

core::Result<std::vector<std::string>> zone_names(std::string_view text, const std::string& path,
                                                  const std::string& origin) {
  if (text.empty()) return failure(ErrorCode::parse, tr("this is not a zone file: {}", "empty"), path);
  // ldns reads streams alone; this one is only read
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      ::fmemopen(const_cast<char*>(text.data()), text.size(), "r"), &std::fclose);
  if (!file) return failure(ErrorCode::config, tr("the zone file cannot be read: {}", std::strerror(errno)), path);
  const std::unique_ptr<ldns_rdf, decltype(&ldns_rdf_deep_free)> base(ldns_dname_new_frm_str(origin.c_str()),
                                                                      &ldns_rdf_deep_free);
  ldns_zone* read = nullptr;
  int line = 0;
  const auto status = ldns_zone_new_frm_fp_l(&read, file.get(), base.get(), 0, LDNS_RR_CLASS_IN, &line);
  const std::unique_ptr<ldns_zone, decltype(&ldns_zone_deep_free)> zone(read, &ldns_zone_deep_free);
  if (status != LDNS_STATUS_OK)
    return failure(ErrorCode::parse, tr("this is not a zone file: {}", ldns_get_errorstr_by_id(status)),
                   fmt::format("{}:{}", path, line));
  Names names;
  const auto* const records = ldns_zone_rrs(zone.get());
  for (std::size_t i = 0; i < ldns_rr_list_rr_count(records); ++i) {
    const auto record = record_of(ldns_rr_list_rr(records, i));
    if (record.type == "A" || record.type == "AAAA" || record.type == "CNAME") take(names, record.owner);
  }
  return std::vector<std::string>{names.begin(), names.end()};
}

core::Result<std::vector<std::string>> read_zone_file(const std::string& path, const std::string& origin) {
  const auto text = core::read_file(path, core::limits::json_bytes);
  if (!text) return tl::make_unexpected(text.error());
  return zone_names(*text, path, origin);
}

core::Result<std::vector<std::string>> transparency_names(std::string_view text, const std::string& path) {
  Names names;
  const auto start = text.find_first_not_of(" \t\r\n");
  if (start != std::string_view::npos && text[start] == '[') {
    const auto root = nlohmann::json::parse(text, nullptr, false);
    if (!root.is_array()) return failure(ErrorCode::parse, tr("this export of certificates is damaged"), path);
    for (const auto& entry : root)
      for (const auto* key : {"name_value", "common_name"})
        if (entry.is_object() && entry.contains(key) && entry[key].is_string())
          take_words(names, entry[key].get_ref<const std::string&>());
  } else {
    take_words(names, text);
  }
  if (names.empty()) return failure(ErrorCode::parse, tr("this export of certificates holds no name"), path);
  return std::vector<std::string>{names.begin(), names.end()};
}

core::Result<std::vector<std::string>> read_transparency(const std::string& path) {
  const auto text = core::read_file(path, core::limits::json_bytes);
  if (!text) return tl::make_unexpected(text.error());
  return transparency_names(*text, path);
}

std::vector<std::string> usual_labels() {
  std::vector<std::string> out;
  for (const auto label : whole_lines(subdomains()))
    if (!label.empty() && label.front() != '#') out.emplace_back(label);
  return out;
}

}  // namespace hygie::exposure
