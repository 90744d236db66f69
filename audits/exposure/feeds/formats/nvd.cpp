// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/formats/configurations.hpp"
#include "audits/exposure/feeds/formats/format.hpp"
#include "core/i18n.hpp"

#include <array>

namespace hygie::exposure::feeds {
namespace {

using core::tr;

/// The newest version of CVSS, and in it the score of NVD itself.
std::optional<int> score(const Value& metrics) {
  constexpr std::array versions{"cvssMetricV40", "cvssMetricV31", "cvssMetricV30", "cvssMetricV2"};
  for (const char* version : versions) {
    std::optional<int> found;
    for (const auto& one : metrics[version].list()) {
      const auto value = tenths(one["cvssData"]["baseScore"]);
      if (value && (!found || one["type"].text == "Primary")) found = value;
    }
    if (found) return found;
  }
  return std::nullopt;
}

/// The national vulnerability database of NIST, JSON 2.0: pages of the API, or a file a CVE.
class NvdJson final : public Format {
 public:
  explicit NvdJson(Writer& writer) : writer_(writer) {}
  [[nodiscard]] std::string_view kind() const override { return "nvd"; }

  core::Status record(const Record& one) override { return write(one.value.has("cve") ? one.value["cve"] : one.value); }

  core::Status end(const Value& top) override {
    if (records() == 0) return write(top.has("cve") ? top["cve"] : top);
    const auto& size = top["resultsPerPage"];
    if (size.is(Value::Kind::number) && size.number != static_cast<double>(records()))
      return core::failure(core::ErrorCode::parse, tr("the page says {} records and holds {}", size.number, records()),
                           {}, tr("fetch it again; nothing was imported"));
    return {};
  }

 private:
  core::Status write(const Value& cve) {
    const auto id = parse_cve(cve["id"].text);
    if (!id) return bad_record(tr("\"{}\" is not the name of a CVE", cve["id"].text));
    CveRow row{.id = *id, .origin = Origin::nvd, .modified = cve["lastModified"].text, .cvss = score(cve["metrics"])};
    row.rejected = cve["vulnStatus"].text == "Rejected";
    int entry = 0;
    if (!row.rejected) read_configurations(cve["configurations"], entry, row.affected);
    saw(row.modified);
    counted();
    return writer_.cve(row);
  }

  Writer& writer_;
};

}  // namespace

std::unique_ptr<Format> nvd_json(Writer& writer) { return std::make_unique<NvdJson>(writer); }

}  // namespace hygie::exposure::feeds
