// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace hygie::net {

/// What was done to whom and when, a line of JSON each, every line bound to the one before by SHA-256; only ever
/// appended to. A line that was changed, moved or removed shows.
class ActionLog {
 public:
  using Clock = std::function<std::chrono::sys_seconds()>;
  /// Without a file: nothing is kept (passive runs, tests).
  ActionLog() = default;
  /// Opens it to append, after having verified what is there: a broken chain is an integrity error.
  static core::Result<ActionLog> open(const std::string& path, Clock clock);
  ActionLog(ActionLog&&) noexcept;
  ActionLog& operator=(ActionLog&&) noexcept;
  ActionLog(const ActionLog&) = delete;
  ActionLog& operator=(const ActionLog&) = delete;
  ~ActionLog();

  /// Appends a line; an error of the disk is kept and answered by `status`.
  void append(std::string_view action, std::string_view target, std::string_view detail);
  /// What was appended is on the disk.
  core::Status flush();
  [[nodiscard]] std::uint64_t lines() const { return lines_; }
  [[nodiscard]] const std::string& last_hash() const { return hash_; }

 private:
  int file_ = -1;
  std::string path_;
  Clock clock_;
  std::string hash_, pending_;
  std::uint64_t lines_ = 0;
  core::Status status_;
  std::chrono::steady_clock::time_point flushed_{};
};

/// Reads a whole log again; the first line that does not follow from the one before.
[[nodiscard]] core::Result<std::uint64_t> verify_action_log(const std::string& path);

}  // namespace hygie::net
