// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/formats/format.hpp"
#include "audits/exposure/feeds/read/csv.hpp"
#include "core/i18n.hpp"

#include <charconv>

namespace hygie::exposure::feeds {
namespace {

using core::tr;

std::optional<double> probability(std::string_view text) {
  double value = -1;
  const auto* end = text.data() + text.size();
  if (std::from_chars(text.data(), end, value).ptr != end) return std::nullopt;
  return value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

/// "#model_version:v2025.03.14,score_date:2026-11-24T12:55:00Z"
std::string score_date(std::string_view line) {
  constexpr std::string_view mark = "score_date:";
  const auto at = line.find(mark);
  return at == std::string_view::npos ? std::string{} : std::string(line.substr(at + mark.size(), 10));
}

}  // namespace

core::Result<Held> import_epss(Stream& bytes, const std::string& name, Writer& writer) {
  Held held{.kind = "epss", .date = {}};
  bool header = false;
  for (;;) {
    const auto row = read_csv_row(bytes);
    const auto where = fmt::format("{}:{}", name, bytes.lines_read());
    const auto bad = [&](std::string what) { return core::failure(core::ErrorCode::parse, std::move(what), where); };
    if (!row) return tl::make_unexpected(core::Error{row.error().code, row.error().what, where, row.error().hint});
    if (!*row) break;
    const auto& fields = **row;
    if (fields.size() == 1 && fields[0].empty()) continue;
    if (fields[0].starts_with("#")) {
      for (const auto& field : fields)
        if (auto date = score_date(field); !date.empty()) held.date = std::move(date);
      if (!held.date.empty() && !core::parse_date(held.date))
        return bad(tr("\"{}\" is not a date (YYYY-MM-DD)", held.date));
      continue;
    }
    if (!header) {
      if (fields.size() < 2 || fields[0] != "cve" || fields[1] != "epss")
        return bad(tr("the columns cve,epss are missing"));
      header = true;
      continue;
    }
    const auto id = parse_cve(fields[0]);
    if (!id) return bad(tr("\"{}\" is not the name of a CVE", fields[0]));
    const auto score = fields.size() < 2 ? std::nullopt : probability(fields[1]);
    if (!score) return bad(tr("this is not a score between 0 and 1"));
    if (auto written = writer.epss(*id, *score); !written) return tl::make_unexpected(written.error());
    ++held.records;
  }
  if (held.records == 0) return core::failure(core::ErrorCode::parse, tr("the file holds no score"), name);
  return held;
}

}  // namespace hygie::exposure::feeds
