// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sqlite.hpp"

#include "core/i18n.hpp"

namespace hygie::core::sqlite {

tl::unexpected<Error> error_of(::sqlite3* handle, const std::string& path) {
  const int code = handle == nullptr ? SQLITE_NOMEM : ::sqlite3_errcode(handle);
  const std::string message = handle == nullptr ? "" : ::sqlite3_errmsg(handle);
  if (code == SQLITE_NOTADB)
    return failure(ErrorCode::integrity, tr("this file is not a store of hygie"), path,
                   tr("choose another with --store"));
  if (code == SQLITE_CORRUPT)
    return failure(ErrorCode::integrity, tr("the store is damaged: {}", message), path,
                   tr("restore it from your backup"));
  if (code == SQLITE_BUSY)
    return failure(ErrorCode::storage, tr("the store is in use by another program"), path, tr("try again later"));
  return failure(ErrorCode::storage, tr("the store cannot be used: {}", message), path);
}

Result<Handle> open(const std::string& path, bool create) {
  ::sqlite3* raw = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | (create ? SQLITE_OPEN_CREATE : 0);
  const int code = ::sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
  Handle handle(raw);
  if (code != SQLITE_OK) return error_of(raw, path);
  ::sqlite3_busy_timeout(raw, 5000);
  return handle;
}

Status execute(::sqlite3* handle, const char* sql, const std::string& path) {
  if (::sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK) return error_of(handle, path);
  return {};
}

Result<Statement> Statement::prepare(::sqlite3* handle, const char* sql, const std::string& path) {
  ::sqlite3_stmt* raw = nullptr;
  if (::sqlite3_prepare_v2(handle, sql, -1, &raw, nullptr) != SQLITE_OK) return error_of(handle, path);
  Statement statement;
  statement.handle_ = handle;
  statement.path_ = path;
  statement.statement_.reset(raw);
  return statement;
}

Statement& Statement::bind(std::string_view text) {
  // SQLITE_TRANSIENT, "copy it", is SQLite's own cast of -1. NOLINTNEXTLINE(performance-no-int-to-ptr)
  const auto copy_it = reinterpret_cast<::sqlite3_destructor_type>(-1);
  ::sqlite3_bind_text64(statement_.get(), ++bound_, text.data(), text.size(), copy_it, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  ::sqlite3_bind_int64(statement_.get(), ++bound_, number);
  return *this;
}

Statement& Statement::bind_null() {
  ::sqlite3_bind_null(statement_.get(), ++bound_);
  return *this;
}

void Statement::reset() {
  ::sqlite3_reset(statement_.get());
  bound_ = 0;
}

Result<bool> Statement::step() {
  const int code = ::sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return error_of(handle_, path_);
}

std::string Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(::sqlite3_column_blob(statement_.get(), column));
  const auto size = static_cast<std::size_t>(::sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string{} : std::string(bytes, size);
}

std::int64_t Statement::integer(int column) const { return ::sqlite3_column_int64(statement_.get(), column); }

bool Statement::is_null(int column) const { return ::sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

Result<std::string> single(::sqlite3* handle, const char* sql, const std::string& path) {
  auto statement = Statement::prepare(handle, sql, path);
  if (!statement) return tl::make_unexpected(statement.error());
  const auto row = statement->step();
  if (!row) return tl::make_unexpected(row.error());
  return *row ? statement->text(0) : std::string{};
}

}  // namespace hygie::core::sqlite
