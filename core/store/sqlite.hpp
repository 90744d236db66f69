// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/result.hpp"

#include <sqlite3.h>
#include <memory>
#include <string>
#include <string_view>

/// The little of SQLite that the store needs; every failure becomes an Error at once.
namespace hygie::core::sqlite {

struct Close {
  void operator()(::sqlite3* handle) const { ::sqlite3_close(handle); }
};
using Handle = std::unique_ptr<::sqlite3, Close>;

/// "Not a database" and "malformed" are integrity errors, the rest storage errors.
[[nodiscard]] tl::unexpected<Error> error_of(::sqlite3* handle, const std::string& path);
Result<Handle> open(const std::string& path, bool create);
Status execute(::sqlite3* handle, const char* sql, const std::string& path);

/// One prepared statement: bind in order, then step through rows.
class Statement {
 public:
  static Result<Statement> prepare(::sqlite3* handle, const char* sql, const std::string& path);
  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind_null();
  /// True on a row, false at the end.
  Result<bool> step();
  /// Ready to be bound and stepped again.
  void reset();
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(::sqlite3_stmt* statement) const { ::sqlite3_finalize(statement); }
  };
  ::sqlite3* handle_ = nullptr;
  std::string path_;
  std::unique_ptr<::sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

/// The first column of the first row, as text; empty without a row.
Result<std::string> single(::sqlite3* handle, const char* sql, const std::string& path);

}  // namespace hygie::core::sqlite
