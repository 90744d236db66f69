// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/feeds.hpp"
#include "audits/exposure/feeds/import/import.hpp"

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <string>

/// A folder of its own for each test: feeds as they are published, with made-up products, and the file they go into.
namespace hygie::exposure::feeds::test {

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "hygie-feeds-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }
  [[nodiscard]] std::string database() const { return *this / "feeds.db"; }

  core::Result<Imported> import(const std::string& name, const std::string& text) const {
    return import_path(write(name, text));
  }
  core::Result<Imported> import_path(const std::string& path) const {
    core::NoProgress silent;
    return import_feeds({path}, database(), *core::parse_instant("2026-11-25T12:00:00Z"), {}, silent);
  }
  [[nodiscard]] Feeds open() const { return std::move(*Feeds::open(database())); }
  [[nodiscard]] std::vector<Match> match(const Product& product) const { return *open().match(product); }

 private:
  std::filesystem::path path_;
};

inline std::string kev(const std::string& rows, const std::string& date = "2026-11-20", int count = 1) {
  return R"({"title":"t","catalogVersion":"1","dateReleased":")" + date + R"(T10:00:00.1Z","count":)" +
         std::to_string(count) + R"(,"vulnerabilities":[)" + rows + "]}";
}
inline std::string kev_row(const std::string& cve, const std::string& vendor = "Acme",
                           const std::string& product = "Gate", const std::string& ransomware = "Known") {
  return R"({"cveID":")" + cve + R"(","vendorProject":")" + vendor + R"(","product":")" + product +
         R"(","vulnerabilityName":"A flaw","dateAdded":"2026-11-01","shortDescription":"d","requiredAction":"a","dueDate":"2026-11-22",)"
         R"("knownRansomwareCampaignUse":")" +
         ransomware + R"(","notes":"n","cwes":["CWE-1"]})";
}

/// An NVD record with the configurations given, in JSON.
inline std::string nvd(const std::string& cve, const std::string& configurations, const std::string& more = {}) {
  return R"({"cve":{"id":")" + cve +
         R"(","sourceIdentifier":"s","published":"2026-01-01T00:00:00.000","lastModified":"2026-11-02T00:00:00.000",)"
         R"("vulnStatus":"Analyzed","descriptions":[{"lang":"en","value":"d"}],"metrics":{"cvssMetricV31":[{"source":"x","type":"Secondary",)"
         R"("cvssData":{"version":"3.1","baseScore":5.0}},{"source":"nvd","type":"Primary","cvssData":{"version":"3.1","baseScore":9.8}}]},)" +
         more + R"("configurations":)" + configurations + "}}";
}
inline std::string cpe_match(const std::string& criteria, const std::string& range = {}, bool vulnerable = true) {
  return std::string(R"({"vulnerable":)") + (vulnerable ? "true" : "false") + R"(,"criteria":")" + criteria + "\"" +
         (range.empty() ? "" : "," + range) + R"(,"matchCriteriaId":"0"})";
}
inline std::string node(const std::string& matches, const std::string& how = "OR") {
  return R"({"operator":")" + how + R"(","negate":false,"cpeMatch":[)" + matches + "]}";
}
inline std::string configuration(const std::string& nodes) { return R"([{"nodes":[)" + nodes + "]}]"; }
inline std::string both(const std::string& nodes) { return R"([{"operator":"AND","nodes":[)" + nodes + "]}]"; }

/// A record of the CVE list with the entries of `affected` given, in JSON.
inline std::string cve_record(const std::string& cve, const std::string& affected,
                              const std::string& updated = "2026-11-03", const std::string& adp = {},
                              const std::string& state = "PUBLISHED") {
  return R"({"dataType":"CVE_RECORD","containers":{"cna":{"affected":)" + affected +
         R"(,"descriptions":[{"lang":"en","value":"d"}],"metrics":[{"cvssV3_1":{"version":"3.1","baseScore":7.5}}]})" +
         (adp.empty() ? "" : R"(,"adp":[{"affected":)" + adp + "}]") + R"(},"cveMetadata":{"cveId":")" + cve +
         R"(","state":")" + state + R"(","dateUpdated":")" + updated + R"(T00:00:00.000Z"},"dataVersion":"5.1"})";
}

}  // namespace hygie::exposure::feeds::test
