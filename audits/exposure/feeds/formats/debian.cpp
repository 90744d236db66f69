// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/formats/format.hpp"

namespace hygie::exposure::feeds {
namespace {

/// Debian's security tracker: package, CVE, release. It gives itself no date.
class DebianJson final : public Format {
 public:
  explicit DebianJson(Writer& writer) : writer_(writer) {}
  [[nodiscard]] std::string_view kind() const override { return "debian"; }
  [[nodiscard]] bool is_whole() const override { return true; }

  core::Status record(const Record& one) override {
    const auto id = parse_cve(one.name);
    if (!id) return {};  // a provisional name of the tracker's own
    counted();
    for (const auto& release : one.value["releases"].items) {
      DebianRow row{std::string(one.section), *id, release.key, release["status"].text, release["fixed_version"].text,
                    release["urgency"].text};
      for (const auto& version : release["repositories"].items) row.versions.push_back(version.text);
      if (auto written = writer_.debian(row); !written) return written;
    }
    return {};
  }

  core::Status end(const Value&) override { return {}; }

 private:
  Writer& writer_;
};

}  // namespace

std::unique_ptr<Format> debian_json(Writer& writer) { return std::make_unique<DebianJson>(writer); }

}  // namespace hygie::exposure::feeds
