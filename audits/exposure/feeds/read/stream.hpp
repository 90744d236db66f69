// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

#include <functional>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace hygie::exposure::feeds {

/// What one record may hold: the longest known is below one MiB. It bounds the memory that a hostile file can ask for.
inline constexpr std::size_t record_limit = std::size_t{64} << 20U;

/// Bytes read once, from a file or from a member of an archive, with the line they stand on. A reader calls `mark`
/// after each record; what goes on for longer than `record_limit` without a mark is refused.
class Stream final : public std::streambuf {
 public:
  /// Fills the buffer and says how much; 0 at the end.
  using Fill = std::function<core::Result<std::size_t>(char* into, std::size_t size)>;
  explicit Stream(Fill fill);

  /// The first bytes (up to 64 KiB), without reading them away.
  [[nodiscard]] std::string_view beginning();
  void mark() { marked_ = position(); }
  [[nodiscard]] std::size_t position() const { return before_ + static_cast<std::size_t>(gptr() - eback()); }
  /// LINE:COLUMN of a position in what was read last.
  [[nodiscard]] std::string place(std::size_t position) const;
  /// One line without its end; false at the end of the bytes, or when something went wrong.
  bool line(std::string& out);
  [[nodiscard]] std::size_t lines_read() const { return lines_; }
  /// What went wrong below: the end that a parser saw was then not the end.
  [[nodiscard]] const core::Status& status() const { return status_; }

 protected:
  int_type underflow() override;

 private:
  Fill fill_;
  std::vector<char> buffer_;
  std::size_t before_ = 0;  // bytes read before the buffer
  std::size_t marked_ = 0;
  std::size_t newlines_before_ = 0;
  std::size_t column_before_ = 0;  // bytes of the buffer's first line that came before it
  std::size_t lines_ = 0;          // given out by `line`
  core::Status status_;
};

/// A stream over bytes that somebody else keeps.
[[nodiscard]] Stream::Fill from_memory(std::string_view bytes);

}  // namespace hygie::exposure::feeds
