// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/database.hpp"

#include "core/i18n.hpp"

#include <sys/stat.h>

namespace hygie::exposure::feeds {
namespace {

using core::ErrorCode;
using core::failure;
using core::Result;
using core::Status;
using core::tr;
namespace sqlite = core::sqlite;

constexpr const char* application_id = "1213810502";  // "HYGF": marks the file as feeds of hygie
constexpr const char* version = "1";                  // another one is imported again, not converted

constexpr const char* schema =
    "BEGIN IMMEDIATE;"
    "CREATE TABLE source(kind TEXT NOT NULL, file TEXT NOT NULL, date TEXT NOT NULL, records INTEGER NOT NULL,"
    "  files INTEGER NOT NULL, sha256 TEXT NOT NULL, imported TEXT NOT NULL, PRIMARY KEY(kind, sha256)) STRICT;"
    "CREATE TABLE kev(cve INTEGER PRIMARY KEY, vendor TEXT NOT NULL, product TEXT NOT NULL, name TEXT NOT NULL,"
    "  added TEXT NOT NULL, due TEXT NOT NULL, ransomware INTEGER NOT NULL) STRICT;"
    "CREATE TABLE epss(cve INTEGER PRIMARY KEY, score REAL NOT NULL) STRICT;"
    "CREATE TABLE product(id INTEGER PRIMARY KEY, vendor TEXT NOT NULL, name TEXT NOT NULL, UNIQUE(name, vendor)) "
    "STRICT;"
    "CREATE TABLE cve(cve INTEGER NOT NULL, origin INTEGER NOT NULL, modified TEXT NOT NULL, cvss INTEGER,"
    "  rejected INTEGER NOT NULL, PRIMARY KEY(cve, origin)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE affected(cve INTEGER NOT NULL, origin INTEGER NOT NULL, line INTEGER NOT NULL, product INTEGER NOT "
    "NULL,"
    "  entry INTEGER NOT NULL, said INTEGER NOT NULL, form INTEGER NOT NULL, low TEXT NOT NULL,"
    "  low_excluded INTEGER NOT NULL, high TEXT NOT NULL, high_included INTEGER NOT NULL, changes TEXT NOT NULL,"
    "  needs TEXT NOT NULL, PRIMARY KEY(cve, origin, line)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX affected_product ON affected(product);"
    "CREATE TABLE debian(package TEXT NOT NULL, cve INTEGER NOT NULL, release TEXT NOT NULL, status TEXT NOT NULL,"
    "  fixed TEXT NOT NULL, urgency TEXT NOT NULL, PRIMARY KEY(package, release, cve)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE debian_version(package TEXT NOT NULL, release TEXT NOT NULL, version TEXT NOT NULL,"
    "  PRIMARY KEY(package, release, version)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE life_name(vendor TEXT NOT NULL, name TEXT NOT NULL, product TEXT NOT NULL,"
    "  PRIMARY KEY(name, vendor, product)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE life_cycle(product TEXT NOT NULL, cycle TEXT NOT NULL, ended INTEGER, date TEXT NOT NULL,"
    "  latest TEXT NOT NULL, PRIMARY KEY(product, cycle)) STRICT, WITHOUT ROWID;";

Status make(::sqlite3* handle, const std::string& path) {
  const auto sql =
      fmt::format("{}PRAGMA application_id={}; PRAGMA user_version={}; COMMIT;", schema, application_id, version);
  return sqlite::execute(handle, sql.c_str(), path);
}

/// Ours and of this version. The whole file is not read through: an import checks what it writes, SQLite what it reads.
Status recognise(::sqlite3* handle, const std::string& path, bool create) {
  const auto tables = sqlite::single(handle, "SELECT count(*) FROM sqlite_schema", path);
  if (!tables) return tl::make_unexpected(tables.error());
  if (*tables == "0" && create) return make(handle, path);
  const auto mark = sqlite::single(handle, "PRAGMA application_id", path);
  const auto found = sqlite::single(handle, "PRAGMA user_version", path);
  if (!mark) return tl::make_unexpected(mark.error());
  if (!found) return tl::make_unexpected(found.error());
  if (*mark != application_id)
    return failure(ErrorCode::integrity, tr("this file does not hold feeds of hygie"), path,
                   tr("choose another with --into"));
  if (*found != version)
    return failure(ErrorCode::integrity, tr("these feeds were imported by another version of hygie"), path,
                   tr("remove the file and import the feeds again"));
  return {};
}

}  // namespace

core::Error in_feeds_words(core::Error error) {
  // the layer below speaks of the store of runs; feeds are another file, and easily had again
  if (const auto unusable = tr("the store cannot be used: {}", ""); error.what.starts_with(unusable))
    error.what = tr("the feeds file cannot be used: {}", error.what.substr(unusable.size()));
  if (error.what == tr("the store is in use by another program"))
    error.what = tr("the feeds file is in use by another program");
  if (error.code == ErrorCode::integrity && error.hint != tr("choose another with --into") &&
      error.hint != tr("remove the file and import the feeds again")) {
    error.what = tr("this file is damaged, or does not hold feeds of hygie");
    error.hint = tr("remove the file and import the feeds again");
  }
  return error;
}

Result<sqlite::Handle> open_database(const std::string& path, bool create) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (!exists && !create)
    return failure(ErrorCode::config, tr("there are no feeds here yet"), path,
                   tr("import some: hygie feeds import FILE"));
  if (exists && !S_ISREG(status.st_mode))
    return failure(ErrorCode::integrity, tr("this file does not hold feeds of hygie"), path,
                   tr("choose another with --into"));
  auto handle = sqlite::open(path, create);
  if (!handle) return tl::make_unexpected(in_feeds_words(handle.error()));
  if (auto good = recognise(handle->get(), path, create); !good)
    return tl::make_unexpected(in_feeds_words(good.error()));
  if (auto set = sqlite::execute(handle->get(), "PRAGMA trusted_schema=OFF; PRAGMA cache_size=-131072;", path); !set)
    return tl::make_unexpected(in_feeds_words(set.error()));
  return handle;
}

}  // namespace hygie::exposure::feeds
