// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/read/csv.hpp"

#include "core/i18n.hpp"

namespace hygie::exposure::feeds {
namespace {

/// The fields of a line that goes on while `quoted` stays true.
void split(const std::string& line, std::vector<std::string>& fields, bool& quoted) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
      fields.back() += c;
      ++i;
    } else if (c == '"' && (quoted || fields.back().empty())) {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
}

}  // namespace

core::Result<std::optional<std::vector<std::string>>> read_csv_row(Stream& bytes) {
  std::string line;
  if (!bytes.line(line)) {
    if (!bytes.status()) return tl::make_unexpected(bytes.status().error());
    return std::nullopt;
  }
  std::vector<std::string> fields(1);
  bool quoted = false;
  std::size_t size = line.size();
  split(line, fields, quoted);
  while (quoted) {
    if (!bytes.line(line) || (size += line.size()) > record_limit) {
      if (!bytes.status()) return tl::make_unexpected(bytes.status().error());
      return core::failure(core::ErrorCode::parse, core::tr("a quoted field never ends: the file is cut short"));
    }
    fields.back() += '\n';
    split(line, fields, quoted);
  }
  return fields;
}

}  // namespace hygie::exposure::feeds
