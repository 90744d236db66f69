// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/import/writer.hpp"
#include "audits/exposure/feeds/read/records.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace hygie::exposure::feeds {

/// One file of a feed while it is read: takes its records, writes rows. An error without a place gets the file and the
/// record's number from whoever calls.
class Format {
 public:
  Format() = default;
  virtual ~Format() = default;
  Format(const Format&) = delete;
  Format& operator=(const Format&) = delete;

  [[nodiscard]] virtual std::string_view kind() const = 0;
  /// Published whole: an import replaces what was there.
  [[nodiscard]] virtual bool is_whole() const { return false; }
  virtual core::Status record(const Record& one) = 0;
  /// Checks what only the end shows, such as a count.
  virtual core::Status end(const Value& top) = 0;

  [[nodiscard]] const std::string& date() const { return date_; }  // YYYY-MM-DD
  [[nodiscard]] std::int64_t records() const { return records_; }

 protected:
  /// Keeps the latest day of those seen; what is no day is passed over, for it ends on a terminal.
  void saw(std::string_view instant) {
    if (instant.substr(0, 10) > date_ && core::parse_date(instant.substr(0, 10))) date_ = instant.substr(0, 10);
  }
  void counted() { ++records_; }

 private:
  std::string date_;
  std::int64_t records_ = 0;
};

/// By what a record holds; none when it is of no feed. `name` is the file's, for the feeds that name their product so.
std::unique_ptr<Format> recognise_record(const Record& one, Writer& writer, const std::string& name);
/// A file that is one record.
std::unique_ptr<Format> recognise_file(const Value& top, Writer& writer, const std::string& name);

std::unique_ptr<Format> kev_json(Writer& writer);
std::unique_ptr<Format> nvd_json(Writer& writer);
std::unique_ptr<Format> cve_list_json(Writer& writer);
std::unique_ptr<Format> endoflife_json(Writer& writer, const std::string& name);
std::unique_ptr<Format> debian_json(Writer& writer);

/// What a file of rows or of YAML held.
struct Held {
  std::string kind, date;
  std::int64_t records = 0;
};
core::Result<Held> import_kev_csv(Stream& bytes, const std::string& name, Writer& writer);
core::Result<Held> import_epss(Stream& bytes, const std::string& name, Writer& writer);
core::Result<Held> import_front_matter(Stream& bytes, const std::string& name, Writer& writer);

[[nodiscard]] tl::unexpected<core::Error> bad_record(std::string what);
/// A CVSS base score in tenths; absent when it is none.
[[nodiscard]] std::optional<int> tenths(const Value& score);

}  // namespace hygie::exposure::feeds
