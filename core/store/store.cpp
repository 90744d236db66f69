// SPDX-License-Identifier: EUPL-1.2
#include "core/store/store.hpp"

#include "core/calendar.hpp"
#include "core/decide.hpp"
#include "core/i18n.hpp"
#include "core/store/run_json.hpp"
#include "core/store/sqlite.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace hygie::core {
namespace {

constexpr const char* application_id = "1213810505";  // "HYGI": marks the file as ours

/// What each version of the store adds to the one before; a store is brought up to date when opened, in one
/// transaction.
constexpr std::array migrations{
    "CREATE TABLE runs("
    "  sequence INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  id TEXT NOT NULL UNIQUE,"
    "  started TEXT NOT NULL,"
    "  complete INTEGER NOT NULL,"
    "  domains TEXT NOT NULL,"
    "  level_at_most INTEGER NOT NULL,"
    "  level_known INTEGER NOT NULL,"
    "  fails INTEGER NOT NULL,"
    "  unknowns INTEGER NOT NULL,"
    "  json TEXT NOT NULL,"
    "  sha256 TEXT NOT NULL"
    ") STRICT;",
};

Status migrate(::sqlite3* handle, const std::string& path, std::size_t from) {
  for (std::size_t version = from; version < migrations.size(); ++version) {
    const auto sql = fmt::format("BEGIN IMMEDIATE; {} PRAGMA application_id={}; PRAGMA user_version={}; COMMIT;",
                                 migrations.at(version), application_id, version + 1);
    if (auto done = sqlite::execute(handle, sql.c_str(), path); !done) {
      // the first error is the one to tell; what it left half done is undone
      (void)sqlite::execute(handle, "ROLLBACK", path);
      return done;
    }
  }
  return {};
}

/// Ours, whole, and of a version we know: else nothing is written into it.
Status recognise(::sqlite3* handle, const std::string& path) {
  const auto tables = sqlite::single(handle, "SELECT count(*) FROM sqlite_schema", path);
  if (!tables) return tl::make_unexpected(tables.error());
  const auto mark = sqlite::single(handle, "PRAGMA application_id", path);
  const auto version = sqlite::single(handle, "PRAGMA user_version", path);
  if (!mark) return tl::make_unexpected(mark.error());
  if (!version) return tl::make_unexpected(version.error());
  if (*tables != "0" && *mark != application_id)
    return failure(ErrorCode::integrity, tr("this file is not a store of hygie"), path,
                   tr("choose another with --store"));
  const auto number = std::stoul(*version);
  if (number > migrations.size())
    return failure(ErrorCode::integrity, tr("this store comes from a later version of hygie"), path,
                   tr("update hygie"));
  const auto whole = sqlite::single(handle, "PRAGMA integrity_check(1)", path);
  if (!whole) return tl::make_unexpected(whole.error());
  if (*whole != "ok")
    return failure(ErrorCode::integrity, tr("the store is damaged: {}", *whole), path,
                   tr("restore it from your backup"));
  if (auto set =
          sqlite::execute(handle, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF;", path);
      !set)
    return set;
  return migrate(handle, path, number);
}

/// SQLite makes files with the mask of the process; a store is its owner's alone from its first byte.
Status make_private(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return failure(ErrorCode::storage, tr("cannot open the store: {}", std::strerror(errno)), path);
  ::close(descriptor);
  return {};
}

std::string joined_domains(const Run& run) {
  std::string out;
  for (const auto& domain : run.domains) out += (out.empty() ? "" : " ") + domain.domain;
  return out;
}

StoredRun summary(const Run& run) {
  StoredRun out{.id = run.id,
                .started = run.started,
                .complete = run.complete,
                .domains = joined_domains(run),
                .level_known = true};
  for (const auto& domain : run.domains) {
    out.level_at_most =
        out.level_at_most == 0 ? domain.level.at_most : std::min(out.level_at_most, domain.level.at_most);
    out.level_known = out.level_known && domain.level.reached.has_value();
  }
  for (const auto& result : run.results) {
    out.fails += result.counts_as_fail() ? 1 : 0;
    out.unknowns += result.verdict == Verdict::unknown ? 1 : 0;
  }
  return out;
}

}  // namespace

struct Store::Database {
  std::string path;
  sqlite::Handle handle;
};

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, Open how) {
  if (path.find("://") != std::string::npos)
    return failure(ErrorCode::unsupported, tr("stores other than a file are not built yet"), path,
                   tr("for example: store: hygie.db"));
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (!exists && how == Open::existing)
    return failure(ErrorCode::config, tr("there is no store here yet"), path,
                   tr("hygie audit makes it with its first run"));
  if (exists && !S_ISREG(status.st_mode))
    return failure(ErrorCode::integrity, tr("this file is not a store of hygie"), path);
  if (auto made = make_private(path); !made) return tl::make_unexpected(made.error());
  auto handle = sqlite::open(path, how == Open::create);
  if (!handle) return tl::make_unexpected(handle.error());
  if (auto good = recognise(handle->get(), path); !good) return tl::make_unexpected(good.error());
  return Store(std::make_unique<Database>(Database{path, std::move(*handle)}));
}

const std::string& Store::path() const { return database_->path; }

Status Store::add(const Run& run) {
  const auto text = run_to_json(run);
  const auto one = summary(run);
  auto statement = sqlite::Statement::prepare(
      database_->handle.get(),
      "INSERT INTO runs(id, started, complete, domains, level_at_most, level_known, fails, unknowns, "
      "json, sha256) VALUES(?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO NOTHING",
      database_->path);
  if (!statement) return tl::make_unexpected(statement.error());
  statement->bind(one.id).bind(format_instant(one.started)).bind(std::int64_t{one.complete}).bind(one.domains);
  statement->bind(std::int64_t{one.level_at_most}).bind(std::int64_t{one.level_known}).bind(std::int64_t{one.fails});
  statement->bind(std::int64_t{one.unknowns}).bind(text).bind(sha256_hex(text));
  if (const auto done = statement->step(); !done) return tl::make_unexpected(done.error());
  return {};
}

Result<std::vector<StoredRun>> Store::list() const {
  auto statement = sqlite::Statement::prepare(database_->handle.get(),
                                              "SELECT id, started, complete, domains, level_at_most, level_known, "
                                              "fails, unknowns FROM runs ORDER BY started DESC, sequence DESC",
                                              database_->path);
  if (!statement) return tl::make_unexpected(statement.error());
  std::vector<StoredRun> runs;
  for (;;) {
    const auto row = statement->step();
    if (!row) return tl::make_unexpected(row.error());
    if (!*row) return runs;
    runs.push_back({.id = statement->text(0),
                    .started = parse_instant(statement->text(1)).value_or(Instant{}),
                    .complete = statement->integer(2) != 0,
                    .domains = statement->text(3),
                    .level_at_most = static_cast<int>(statement->integer(4)),
                    .level_known = statement->integer(5) != 0,
                    .fails = static_cast<int>(statement->integer(6)),
                    .unknowns = static_cast<int>(statement->integer(7))});
  }
}

Result<Run> Store::load(std::string_view name) const {
  const bool last = name == "last";
  auto statement = sqlite::Statement::prepare(
      database_->handle.get(),
      last ? "SELECT json, sha256 FROM runs ORDER BY started DESC, sequence DESC LIMIT 1"
           : "SELECT json, sha256 FROM runs WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id = ?1 DESC LIMIT 2",
      database_->path);
  if (!statement) return tl::make_unexpected(statement.error());
  if (!last) statement->bind(name);
  auto row = statement->step();
  if (!row) return tl::make_unexpected(row.error());
  if (!*row || name.empty())
    return failure(ErrorCode::usage, tr("there is no run \"{}\" in the store", name), database_->path,
                   tr("hygie history lists them"));
  const auto text = statement->text(0), hash = statement->text(1);
  row = statement->step();
  if (!row) return tl::make_unexpected(row.error());
  if (sha256_hex(text) != hash)
    return failure(ErrorCode::integrity, tr("the run \"{}\" was altered in the store", name), database_->path,
                   tr("restore it from your backup"));
  auto run = run_from_json(text);
  if (*row && run && run->id != name)
    return failure(ErrorCode::usage, tr("several runs begin with \"{}\"", name), database_->path,
                   tr("hygie history lists them"));
  return run;
}

}  // namespace hygie::core
