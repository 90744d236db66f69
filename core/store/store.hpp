// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"
#include "core/run.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::core {

/// One line of `hygie history`.
struct StoredRun {
  std::string id;
  Instant started;
  bool complete = true;
  std::string domains;  // joined by spaces
  int level_at_most = 0;
  bool level_known = false;
  int fails = 0;  // checks that fail and are not waived
  int unknowns = 0;
};

/// The runs of one hospital in a SQLite file. Nothing in it is ever changed or removed: a run is added once, with the
/// hash of its bytes. A file that is not ours, is damaged, or comes from a later version is an integrity error: we
/// never write into it.
class Store {
 public:
  enum class Open { create, existing };
  static Result<Store> open(const std::string& path, Open how);

  /// A run with the same id is the same run: adding it again changes nothing.
  Status add(const Run& run);
  [[nodiscard]] Result<std::vector<StoredRun>> list() const;  // the latest first
  [[nodiscard]] const std::string& path() const;
  /// By id, by the beginning of an id that only one run has, or `last`.
  [[nodiscard]] Result<Run> load(std::string_view name) const;

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

 private:
  struct Database;
  explicit Store(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace hygie::core
