// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/formats/format.hpp"

#include <functional>
#include <string>

namespace hygie::exposure::feeds {

/// Reads one file, whatever feed it is of: told by its content alone.
class FileReader final : private RecordSink {
 public:
  using First = std::function<core::Status(std::string_view kind, bool whole)>;
  using Next = std::function<core::Status()>;
  /// `first` is called before the first row of a feed, `next` before each record.
  FileReader(Writer& writer, std::string name, First first, Next next);
  /// What it held; an empty kind when it is of no feed.
  core::Result<Held> read(Stream& bytes);

 private:
  core::Status record(const Record& one) override;
  core::Status end(const Value& top) override;
  core::Status adopt(std::unique_ptr<Format> format);
  core::Status placed(core::Status status) const;

  Writer& writer_;
  std::string name_;
  First first_;
  Next next_;
  std::unique_ptr<Format> format_;
  std::int64_t seen_ = 0;
  bool strange_ = false;  // its first record is of no feed: the others are passed over
};

}  // namespace hygie::exposure::feeds
