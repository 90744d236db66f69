// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/database.hpp"
#include "audits/exposure/feeds/feeds.hpp"
#include "audits/exposure/feeds/names.hpp"

#include <map>
#include <string>
#include <vector>

namespace hygie::exposure::feeds {

/// A product as it is looked for.
struct Wanted {
  std::vector<ProductName> names;  // the first is its own
  std::string version;
};
[[nodiscard]] core::Result<Wanted> wanted(const Product& product);

/// A row of `product` that stands for what is looked for.
struct Known {
  std::int64_t id = 0;
  bool vendor_said = true;  // false: the record names no vendor, or the question does not
};

struct Feeds::State {
  std::string path;
  core::sqlite::Handle handle;

  [[nodiscard]] core::Result<core::sqlite::Statement> prepare(const char* sql) const;
  [[nodiscard]] core::Result<std::vector<Known>> known(const std::vector<ProductName>& names) const;
  /// Calls `row` for each row, in the words of the feeds when it fails.
  template <class Row>
  [[nodiscard]] core::Status each(core::sqlite::Statement& statement, Row row) const {
    for (;;) {
      const auto more = statement.step();
      if (!more) return tl::make_unexpected(in_feeds_words(more.error()));
      if (!*more) return {};
      row(statement);
    }
  }
};

}  // namespace hygie::exposure::feeds
