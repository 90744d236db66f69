// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/read/stream.hpp"
#include "audits/exposure/feeds/read/value.hpp"

#include <string>

namespace hygie::exposure::feeds {

/// One record of a JSON file, and where it stood.
struct Record {
  std::string_view section;  // "vulnerabilities", "result", or the package of the Debian tracker
  std::string_view name;     // its key when the section is an object, else empty
  const Value& value;
};

class RecordSink {
 public:
  virtual ~RecordSink() = default;
  virtual core::Status record(const Record& one) = 0;
  /// After the last record, with what else stands at the top of the file.
  virtual core::Status end(const Value& top) = 0;
};

/// Reads a JSON file of any size record by record. Records are the items of a top array; those of the arrays
/// "vulnerabilities" and "result"; and whatever is called CVE-... in an object of the top. The rest of the top is kept
/// whole (a file that is one record), without the prose. An error says LINE:COLUMN of `name`.
core::Status read_records(Stream& bytes, const std::string& name, RecordSink& sink);

}  // namespace hygie::exposure::feeds
