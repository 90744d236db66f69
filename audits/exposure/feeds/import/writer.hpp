// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/database.hpp"
#include "audits/exposure/feeds/feeds.hpp"
#include "audits/exposure/feeds/match/affected.hpp"
#include "audits/exposure/feeds/names.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hygie::exposure::feeds {

struct AffectedProduct {
  ProductName product;
  Affected line;
};

struct CveRow {
  CveId id = 0;
  Origin origin = Origin::nvd;
  std::string modified = {};
  std::optional<int> cvss = {};  // tenths
  bool rejected = false;
  std::vector<AffectedProduct> affected = {};
};

struct DebianRow {
  std::string package;
  CveId cve = 0;
  std::string release, status, fixed, urgency;
  std::vector<std::string> versions = {};  // that the release carries
};

struct LifeCycle {
  std::string cycle;
  std::optional<bool> ended = {};  // absent: the date says it
  std::string date = {}, latest = {};
};

/// Writes rows inside one transaction, which `commit` ends: without it nothing has changed.
class Writer {
 public:
  static core::Result<Writer> begin(const std::string& path);
  /// Before the first row of a feed that is always published whole.
  core::Status clear(std::string_view kind);
  core::Status kev(CveId cve, const KevRow& row);
  core::Status epss(CveId cve, double score);
  /// A record that is older than the one kept is left out: a folder may hold both.
  core::Status cve(const CveRow& row);
  core::Status debian(const DebianRow& row);
  core::Status life(const std::string& product, const std::vector<ProductName>& names,
                    const std::vector<LifeCycle>& cycles);
  core::Status source(const Source& one);
  /// The date of what is kept of a kind; empty: nothing, or without a date.
  core::Result<std::string> date_of(std::string_view kind);
  core::Status commit();

  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer();

 private:
  struct State;
  explicit Writer(std::unique_ptr<State> state);
  core::Result<std::int64_t> product(const ProductName& name);
  std::unique_ptr<State> state_;
};

}  // namespace hygie::exposure::feeds
