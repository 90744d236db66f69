// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/import/writer.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_map>

namespace hygie::exposure::feeds {
namespace {

using core::Result;
using core::Status;
namespace sqlite = core::sqlite;

/// Steps a statement that gives no row.
Status run(sqlite::Statement& statement) {
  const auto done = statement.step();
  statement.reset();
  if (!done) return tl::make_unexpected(in_feeds_words(done.error()));
  return {};
}

}  // namespace

struct Writer::State {
  std::string path;
  bool existed = true;
  bool committed = false;
  sqlite::Handle handle = {};
  std::unordered_map<const char*, sqlite::Statement> statements = {};  // by the literal
  std::unordered_map<std::string, std::int64_t> products = {};         // by name, zero byte, vendor

  /// Prepared once, then ready to be bound.
  Result<sqlite::Statement*> statement(const char* sql) {
    auto found = statements.find(sql);
    if (found == statements.end()) {
      auto made = sqlite::Statement::prepare(handle.get(), sql, path);
      if (!made) return tl::make_unexpected(in_feeds_words(made.error()));
      found = statements.emplace(sql, std::move(*made)).first;
    }
    return &found->second;
  }
};

Writer::Writer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

Writer::~Writer() {
  if (state_ == nullptr || state_->committed) return;
  state_->statements.clear();
  if (state_->handle) (void)sqlite::execute(state_->handle.get(), "ROLLBACK", state_->path);
  state_->handle.reset();
  // a file made for an import that failed would only mislead
  if (!state_->existed) ::unlink(state_->path.c_str());
}

Result<Writer> Writer::begin(const std::string& path) {
  struct stat status {};
  auto state = std::make_unique<State>(State{.path = path, .existed = ::stat(path.c_str(), &status) == 0});
  auto handle = open_database(path, true);
  if (!handle) return tl::make_unexpected(handle.error());
  state->handle = std::move(*handle);
  if (auto begun = sqlite::execute(state->handle.get(), "BEGIN IMMEDIATE", path); !begun)
    return tl::make_unexpected(in_feeds_words(begun.error()));
  return Writer(std::move(state));
}

Status Writer::commit() {
  state_->statements.clear();
  if (auto done = sqlite::execute(state_->handle.get(), "COMMIT", state_->path); !done)
    return tl::make_unexpected(in_feeds_words(done.error()));
  state_->committed = true;
  return {};
}

Status Writer::clear(std::string_view kind) {
  const char* sql = kind == "kev"      ? "DELETE FROM kev"
                    : kind == "epss"   ? "DELETE FROM epss"
                    : kind == "debian" ? "DELETE FROM debian; DELETE FROM debian_version"
                                       : "";
  if (auto done = sqlite::execute(state_->handle.get(), sql, state_->path); !done)
    return tl::make_unexpected(in_feeds_words(done.error()));
  auto statement = state_->statement("DELETE FROM source WHERE kind=?");
  if (!statement) return tl::make_unexpected(statement.error());
  (*statement)->bind(kind);
  return run(**statement);
}

Status Writer::kev(CveId cve, const KevRow& row) {
  auto statement = state_->statement("INSERT OR REPLACE INTO kev VALUES(?,?,?,?,?,?,?)");
  if (!statement) return tl::make_unexpected(statement.error());
  (*statement)->bind(cve).bind(row.vendor).bind(row.product).bind(row.name).bind(row.added).bind(row.due);
  (*statement)->bind(std::int64_t{row.ransomware});
  return run(**statement);
}

Status Writer::epss(CveId cve, double score) {
  // the score keeps its five decimals as text; SQLite's column makes it a number
  auto statement = state_->statement("INSERT OR REPLACE INTO epss VALUES(?,CAST(? AS REAL))");
  if (!statement) return tl::make_unexpected(statement.error());
  (*statement)->bind(cve).bind(fmt::format("{}", score));
  return run(**statement);
}

Result<std::int64_t> Writer::product(const ProductName& name) {
  const auto key = name.product + '\0' + name.vendor;
  if (const auto found = state_->products.find(key); found != state_->products.end()) return found->second;
  auto insert = state_->statement("INSERT INTO product(vendor, name) VALUES(?,?) ON CONFLICT DO NOTHING");
  if (!insert) return tl::make_unexpected(insert.error());
  (*insert)->bind(name.vendor).bind(name.product);
  if (auto done = run(**insert); !done) return tl::make_unexpected(done.error());
  auto select = state_->statement("SELECT id FROM product WHERE name=? AND vendor=?");
  if (!select) return tl::make_unexpected(select.error());
  (*select)->bind(name.product).bind(name.vendor);
  const auto row = (*select)->step();
  if (!row) return tl::make_unexpected(in_feeds_words(row.error()));
  const auto id = (*select)->integer(0);
  (*select)->reset();
  state_->products.emplace(key, id);
  return id;
}

Status Writer::cve(const CveRow& row) {
  auto known = state_->statement("SELECT modified FROM cve WHERE cve=? AND origin=?");
  if (!known) return tl::make_unexpected(known.error());
  const auto origin = static_cast<std::int64_t>(row.origin);
  (*known)->bind(row.id).bind(origin);
  const auto found = (*known)->step();
  if (!found) return tl::make_unexpected(in_feeds_words(found.error()));
  const bool newer_kept = *found && (*known)->text(0) > row.modified;
  (*known)->reset();
  if (newer_kept) return {};
  if (*found) {
    auto remove = state_->statement("DELETE FROM affected WHERE cve=? AND origin=?");
    if (!remove) return tl::make_unexpected(remove.error());
    (*remove)->bind(row.id).bind(origin);
    if (auto done = run(**remove); !done) return done;
  }
  auto write = state_->statement("INSERT OR REPLACE INTO cve VALUES(?,?,?,?,?)");
  if (!write) return tl::make_unexpected(write.error());
  (*write)->bind(row.id).bind(origin).bind(row.modified);
  if (row.cvss) {
    (*write)->bind(std::int64_t{*row.cvss});
  } else {
    (*write)->bind_null();
  }
  (*write)->bind(std::int64_t{row.rejected});
  if (auto done = run(**write); !done) return done;
  auto line = state_->statement("INSERT INTO affected VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)");
  if (!line) return tl::make_unexpected(line.error());
  std::int64_t number = 0;
  for (const auto& [name, one] : row.affected) {
    const auto id = product(name);
    if (!id) return tl::make_unexpected(id.error());
    (*line)->bind(row.id).bind(origin).bind(number++).bind(*id).bind(std::int64_t{one.entry});
    (*line)->bind(static_cast<std::int64_t>(one.said)).bind(static_cast<std::int64_t>(one.form)).bind(one.low);
    (*line)->bind(std::int64_t{one.low_excluded}).bind(one.high).bind(std::int64_t{one.high_included});
    (*line)->bind(one.changes).bind(one.needs);
    if (auto done = run(**line); !done) return done;
  }
  return {};
}

Status Writer::debian(const DebianRow& row) {
  auto statement = state_->statement("INSERT OR REPLACE INTO debian VALUES(?,?,?,?,?,?)");
  if (!statement) return tl::make_unexpected(statement.error());
  (*statement)->bind(row.package).bind(row.cve).bind(row.release).bind(row.status).bind(row.fixed).bind(row.urgency);
  if (auto done = run(**statement); !done) return done;
  auto carried = state_->statement("INSERT OR IGNORE INTO debian_version VALUES(?,?,?)");
  if (!carried) return tl::make_unexpected(carried.error());
  for (const auto& version : row.versions) {
    (*carried)->bind(row.package).bind(row.release).bind(version);
    if (auto done = run(**carried); !done) return done;
  }
  return {};
}

Status Writer::life(const std::string& product, const std::vector<ProductName>& names,
                    const std::vector<LifeCycle>& cycles) {
  for (const char* sql : {"DELETE FROM life_name WHERE product=?", "DELETE FROM life_cycle WHERE product=?"}) {
    auto statement = state_->statement(sql);
    if (!statement) return tl::make_unexpected(statement.error());
    (*statement)->bind(product);
    if (auto done = run(**statement); !done) return done;
  }
  auto named = state_->statement("INSERT OR IGNORE INTO life_name VALUES(?,?,?)");
  if (!named) return tl::make_unexpected(named.error());
  for (const auto& one : names) {
    (*named)->bind(one.vendor).bind(one.product).bind(product);
    if (auto done = run(**named); !done) return done;
  }
  auto cycle = state_->statement("INSERT OR REPLACE INTO life_cycle VALUES(?,?,?,?,?)");
  if (!cycle) return tl::make_unexpected(cycle.error());
  for (const auto& one : cycles) {
    (*cycle)->bind(product).bind(one.cycle);
    if (one.ended) {
      (*cycle)->bind(std::int64_t{*one.ended});
    } else {
      (*cycle)->bind_null();
    }
    (*cycle)->bind(one.date).bind(one.latest);
    if (auto done = run(**cycle); !done) return done;
  }
  return {};
}

Status Writer::source(const Source& one) {
  auto statement = state_->statement("INSERT OR REPLACE INTO source VALUES(?,?,?,?,?,?,?)");
  if (!statement) return tl::make_unexpected(statement.error());
  (*statement)->bind(one.kind).bind(one.file).bind(one.date).bind(one.records).bind(one.files).bind(one.sha256);
  (*statement)->bind(core::format_instant(one.imported));
  return run(**statement);
}

Result<std::string> Writer::date_of(std::string_view kind) {
  auto statement = state_->statement("SELECT coalesce(max(date),'') FROM source WHERE kind=?");
  if (!statement) return tl::make_unexpected(statement.error());
  (*statement)->bind(kind);
  const auto row = (*statement)->step();
  if (!row) return tl::make_unexpected(in_feeds_words(row.error()));
  auto date = (*statement)->text(0);
  (*statement)->reset();
  return date;
}

}  // namespace hygie::exposure::feeds
