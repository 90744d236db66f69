// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts.hpp"
#include "core/result.hpp"

#include <string>
#include <vector>

namespace hygie::cli {

/// Audits of the exposure that were stopped, or cut off with their machine, before their end: what they read, a
/// snapshot each, in a folder beside the store. A file is gone once its audit was taken up to its end.
class UnfinishedRuns {
 public:
  explicit UnfinishedRuns(const std::string& store) : folder_(store + ".unfinished") {}

  struct Entry {
    std::string id;
    core::Instant written{};  // when it was last written down
  };
  [[nodiscard]] std::vector<Entry> list() const;  // the latest first
  [[nodiscard]] core::Result<exposure::ExposureFacts> load(const std::string& id) const;
  /// Makes the folder, and removes what is too old to be taken up.
  [[nodiscard]] core::Status prepare(core::Instant now) const;
  [[nodiscard]] core::Status keep(const std::string& id, const exposure::ExposureFacts& facts) const;
  void rename(const std::string& from, const std::string& to) const;
  void remove(const std::string& id) const;

 private:
  [[nodiscard]] std::string path_of(const std::string& id) const { return folder_ + "/" + id + ".snapshot"; }
  std::string folder_;
};

}  // namespace hygie::cli
