// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/formats/configurations.hpp"
#include "audits/exposure/feeds/formats/format.hpp"
#include "audits/exposure/feeds/formats/version_text.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace hygie::exposure::feeds {
namespace {

using core::tr;

std::optional<int> score(const Value& container) {
  for (const char* version : {"cvssV4_0", "cvssV3_1", "cvssV3_0", "cvssV2_0"})
    for (const auto& one : container["metrics"].list())
      if (const auto found = tenths(one[version]["baseScore"])) return found;
  return std::nullopt;
}

/// Every name under which an entry may be asked for.
std::vector<ProductName> names_in(const Value& entry) {
  std::vector<ProductName> names;
  const auto& product = entry.has("product") ? entry["product"].text : entry["packageName"].text;
  if (auto name = normal(product); !name.empty()) names.push_back({normal(entry["vendor"].text), std::move(name)});
  for (const auto& text : entry["cpes"].list()) {
    const auto cpe = parse_cpe(text.text);
    if (!cpe) continue;
    ProductName name{normal(cpe->vendor), normal(cpe->product)};
    if (!name.product.empty() && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }
  return names;
}

std::vector<Affected> lines_in(const Value& entry) {
  std::vector<Affected> lines;
  bool commits = false;
  for (const auto& item : entry["versions"].list()) {
    auto line = read_version(item);
    if (line)
      lines.push_back(std::move(*line));
    else
      commits = true;
  }
  if (commits && lines.empty()) lines.push_back({.form = Form::unsaid});
  if (entry["defaultStatus"].text == "affected") lines.push_back({.said = Said::affected, .form = Form::otherwise});
  return lines;
}

bool is_readable(const Affected& line) { return line.form != Form::unsaid; }

/// The CVE list of the CVE programme, record format 5: a file a CVE.
class CveListJson final : public Format {
 public:
  explicit CveListJson(Writer& writer) : writer_(writer) {}
  [[nodiscard]] std::string_view kind() const override { return "cve"; }
  core::Status record(const Record& one) override { return write(one.value); }
  core::Status end(const Value& top) override { return records() == 0 ? write(top) : core::Status{}; }

 private:
  core::Status write(const Value& cve) {
    const auto& about = cve["cveMetadata"];
    const auto id = parse_cve(about["cveId"].text);
    if (!id) return bad_record(tr("\"{}\" is not the name of a CVE", about["cveId"].text));
    CveRow row{.id = *id, .origin = Origin::cve_list, .modified = about["dateUpdated"].text};
    row.rejected = about["state"].text == "REJECTED";
    saw(row.modified);
    counted();
    if (!row.rejected) fill(cve["containers"], row);
    return writer_.cve(row);
  }

  /// The maker's own words first; what others added counts for products of which the maker says nothing readable.
  void fill(const Value& containers, CveRow& row) {
    entry_ = 0;
    row.cvss = score(containers["cna"]);
    read_container(containers["cna"], row);
    std::set<std::string> told;
    for (const auto& one : row.affected)
      if (is_readable(one.line)) told.insert(one.product.product + ' ' + one.product.vendor);
    for (const auto& other : containers["adp"].list()) {
      if (!row.cvss) row.cvss = score(other);
      const auto from = static_cast<std::ptrdiff_t>(row.affected.size());
      read_container(other, row);
      row.affected.erase(std::remove_if(row.affected.begin() + from, row.affected.end(),
                                        [&](const AffectedProduct& one) {
                                          return told.contains(one.product.product + ' ' + one.product.vendor);
                                        }),
                         row.affected.end());
    }
  }

  void read_container(const Value& container, CveRow& row) {
    for (const auto& entry : container["affected"].list()) {
      const auto names = names_in(entry);
      if (names.empty()) continue;
      auto lines = lines_in(entry);
      for (auto& line : lines) line.entry = entry_;
      for (const auto& name : names)
        for (const auto& line : lines) row.affected.push_back({name, line});
      ++entry_;
    }
    read_configurations(container["cpeApplicability"], entry_, row.affected);
  }

  Writer& writer_;
  int entry_ = 0;
};

}  // namespace

std::unique_ptr<Format> cve_list_json(Writer& writer) { return std::make_unique<CveListJson>(writer); }

}  // namespace hygie::exposure::feeds
