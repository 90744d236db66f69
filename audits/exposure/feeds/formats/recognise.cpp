// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/formats/format.hpp"

#include <cmath>

namespace hygie::exposure::feeds {
namespace {

bool is_nvd(const Value& value) {
  return value.has("cve") ||
         (value["id"].text.starts_with("CVE-") && (value.has("sourceIdentifier") || value.has("vulnStatus")));
}

}  // namespace

std::unique_ptr<Format> recognise_record(const Record& one, Writer& writer, const std::string& name) {
  const auto& value = one.value;
  if (!value.is(Value::Kind::object)) return nullptr;
  if (value.has("cveID")) return kev_json(writer);
  if (value.has("cveMetadata")) return cve_list_json(writer);
  if (value.has("releases") && !one.name.empty()) return debian_json(writer);
  if (value.has("cycle") || value.has("releases")) return endoflife_json(writer, name);
  return is_nvd(value) ? nvd_json(writer) : nullptr;
}

std::unique_ptr<Format> recognise_file(const Value& top, Writer& writer, const std::string& name) {
  if (top.has("cveMetadata")) return cve_list_json(writer);
  if (is_nvd(top)) return nvd_json(writer);
  if (top["result"].has("releases")) return endoflife_json(writer, name);
  return nullptr;
}

tl::unexpected<core::Error> bad_record(std::string what) {
  return core::failure(core::ErrorCode::parse, std::move(what));
}

std::optional<int> tenths(const Value& score) {
  if (!score.is(Value::Kind::number) || !(score.number >= 0 && score.number <= 10)) return std::nullopt;
  return static_cast<int>(std::lround(score.number * 10));
}

}  // namespace hygie::exposure::feeds
