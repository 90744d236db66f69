// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/formats/format.hpp"
#include "audits/exposure/feeds/read/csv.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <array>

namespace hygie::exposure::feeds {
namespace {

using core::tr;

core::Status write(const KevRow& row, Writer& writer) {
  const auto id = parse_cve(row.cve);
  if (!id) return bad_record(tr("\"{}\" is not the name of a CVE", row.cve));
  if (!core::parse_date(row.added)) return bad_record(tr("\"{}\" is not a date (YYYY-MM-DD)", row.added));
  return writer.kev(*id, row);
}

/// The catalogue of known exploited vulnerabilities of CISA, as JSON.
class KevJson final : public Format {
 public:
  explicit KevJson(Writer& writer) : writer_(writer) {}
  [[nodiscard]] std::string_view kind() const override { return "kev"; }
  [[nodiscard]] bool is_whole() const override { return true; }

  core::Status record(const Record& one) override {
    const auto& value = one.value;
    counted();
    return write({.cve = value["cveID"].text,
                  .vendor = value["vendorProject"].text,
                  .product = value["product"].text,
                  .name = value["vulnerabilityName"].text,
                  .added = value["dateAdded"].text,
                  .due = value["dueDate"].text,
                  .ransomware = value["knownRansomwareCampaignUse"].text == "Known"},
                 writer_);
  }

  core::Status end(const Value& top) override {
    saw(top["dateReleased"].text);
    const auto& count = top["count"];
    if (count.is(Value::Kind::number) && count.number != static_cast<double>(records()))
      return core::failure(core::ErrorCode::parse,
                           tr("the catalogue says {} entries and holds {}", count.number, records()), {},
                           tr("fetch it again; nothing was imported"));
    return {};
  }

 private:
  Writer& writer_;
};

}  // namespace

std::unique_ptr<Format> kev_json(Writer& writer) { return std::make_unique<KevJson>(writer); }

core::Result<Held> import_kev_csv(Stream& bytes, const std::string& name, Writer& writer) {
  auto row = read_csv_row(bytes);
  if (!row) return tl::make_unexpected(row.error());
  constexpr std::array wanted{
      "cveID", "vendorProject", "product", "vulnerabilityName", "dateAdded", "dueDate", "knownRansomwareCampaignUse"};
  std::array<std::size_t, wanted.size()> columns{};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    auto& heads = **row;
    if (!heads.empty() && heads[0].starts_with("\xef\xbb\xbf")) heads[0].erase(0, 3);
    columns.at(i) = static_cast<std::size_t>(std::find(heads.begin(), heads.end(), wanted.at(i)) - heads.begin());
    if (columns.at(i) == heads.size())
      return core::failure(core::ErrorCode::parse, tr("the column {} is missing", wanted.at(i)), name + ":1");
  }
  Held held{.kind = "kev", .date = {}};
  for (;;) {
    row = read_csv_row(bytes);
    auto where = fmt::format("{}:{}", name, bytes.lines_read());
    if (!row) return tl::make_unexpected(core::Error{row.error().code, row.error().what, where, row.error().hint});
    if (!*row) return held;
    const auto& fields = **row;
    if (fields.size() == 1 && fields[0].empty()) continue;
    if (*std::max_element(columns.begin(), columns.end()) >= fields.size())
      return core::failure(core::ErrorCode::parse, tr("this row has {} columns: too few", fields.size()), where);
    const auto at = [&](std::size_t i) { return fields[columns.at(i)]; };
    const auto written = write({at(0), at(1), at(2), at(3), at(4), at(5), at(6) == "Known"}, writer);
    if (!written) return core::failure(written.error().code, written.error().what, where, written.error().hint);
    // the rows give no date of the catalogue; its last addition is the nearest
    held.date = std::max(held.date, at(4));
    ++held.records;
  }
}

}  // namespace hygie::exposure::feeds
