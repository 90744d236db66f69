// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/feeds/import/import.hpp"

#include "audits/exposure/feeds/import/reader.hpp"
#include "audits/exposure/feeds/read/members.hpp"
#include "core/decide.hpp"
#include "core/i18n.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace hygie::exposure::feeds {
namespace {

using core::ErrorCode;
using core::failure;
using core::Result;
using core::Status;
using core::tr;
namespace fs = std::filesystem;

/// One import: one transaction, a row of `source` for each feed of each path.
class Session {
 public:
  Session(Writer& writer, core::Instant now, core::Deadline deadline, core::Progress& progress)
      : writer_(writer), now_(now), deadline_(deadline), progress_(progress) {}

  Status path(const std::string& path) {
    progress_.phase(path);
    totals_.clear();
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) return failure(ErrorCode::config, tr("there is no such file or folder"), path);
    const bool folder = fs::is_directory(status);
    auto hash = folder ? this->folder(path) : file(path);
    if (!hash) return tl::make_unexpected(hash.error());
    if (totals_.empty())
      return failure(ErrorCode::unsupported, tr("this is none of the feeds that hygie reads"), path,
                     tr("it reads: KEV (JSON, CSV), EPSS (CSV), NVD (JSON 2.0), the CVE list (version 5), "
                        "endoflife.date, Debian's security "
                        "tracker (JSON); .gz, .xz, .bz2, .zst, .zip and .tar too"));
    return keep(path, *hash);
  }

  [[nodiscard]] Imported take() { return std::move(imported_); }

 private:
  Result<std::string> file(const std::string& path) {
    const auto read =
        each_member_of_file(path, [&](const std::string& name, Stream& bytes) { return member(name, bytes); });
    if (!read) return tl::make_unexpected(read.error());
    return read->sha256;
  }

  /// Its files in the order of their names; the hash is that of the list `sha256sum` would print of them.
  Result<std::string> folder(const std::string& path) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::recursive_directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
      const auto name = at->path().filename().string();
      if (at->is_directory(error) && name.starts_with(".")) at.disable_recursion_pending();
      if (at->is_regular_file(error) && is_candidate(at->path())) names.push_back(at->path().string());
    }
    if (error) return failure(ErrorCode::config, tr("cannot read the folder: {}", error.message()), path);
    std::sort(names.begin(), names.end());
    std::string list;
    for (const auto& name : names) {
      auto hash = file(name);
      if (!hash) return hash;
      list += fmt::format("{}  {}\n", *hash, fs::path(name).lexically_relative(path).string());
    }
    return core::sha256_hex(list);
  }

  static bool is_candidate(const fs::path& path) {
    static const std::set<std::string, std::less<>> wanted{".json", ".csv", ".md",  ".gz",  ".xz",
                                                           ".bz2",  ".zst", ".zip", ".tar", ".tgz"};
    return wanted.contains(path.extension().string()) && !path.filename().string().starts_with(".");
  }

  Status member(const std::string& name, Stream& bytes) {
    FileReader reader(
        writer_, name, [this](std::string_view kind, bool whole) { return first_of(kind, whole); },
        [this] { return next(); });
    const auto held = reader.read(bytes);
    if (!held) return tl::make_unexpected(held.error());
    if (held->kind.empty()) {
      ++imported_.unrecognised;
      return {};
    }
    auto& total = totals_[held->kind];
    const auto kept = kept_.find(held->kind);
    if (kept != kept_.end() && !held->date.empty() && held->date < std::max(kept->second, total.date))
      return failure(
          ErrorCode::usage,
          tr("this file is of {}, older than what is kept, of {}", held->date, std::max(kept->second, total.date)),
          name, tr("to go back, remove the feeds file and import again"));
    if (kept != kept_.end()) total = {};  // it replaced what came before
    total.records += held->records;
    total.date = std::max(total.date, held->date);
    ++total.files;
    return {};
  }

  /// Before the first row of a file: feeds that are published whole replace what was there.
  Status first_of(std::string_view kind, bool whole) {
    if (!whole) return {};
    const auto kept = writer_.date_of(kind);
    if (!kept) return tl::make_unexpected(kept.error());
    kept_[std::string(kind)] = *kept;
    return writer_.clear(kind);
  }

  Status next() {
    progress_.advance(++seen_, 0);
    if (deadline_.expired()) return failure(ErrorCode::cancelled, tr("the import was stopped; nothing was imported"));
    return {};
  }

  Status keep(const std::string& path, const std::string& hash) {
    for (const auto& [kind, total] : totals_) {
      Source one{.kind = kind,
                 .file = path,
                 .date = total.date,
                 .records = total.records,
                 .files = total.files,
                 .sha256 = hash,
                 .imported = now_};
      if (auto written = writer_.source(one); !written) return written;
      imported_.sources.push_back(std::move(one));
    }
    return {};
  }

  struct Total {
    std::string date;
    std::int64_t records = 0, files = 0;
  };
  Writer& writer_;
  core::Instant now_;
  core::Deadline deadline_;
  core::Progress& progress_;
  std::map<std::string, Total> totals_;
  std::map<std::string, std::string> kept_;  // the date of what a whole feed replaces
  Imported imported_;
  std::size_t seen_ = 0;
};

}  // namespace

core::Result<Imported> import_feeds(const std::vector<std::string>& paths, const std::string& into, core::Instant now,
                                    core::Deadline deadline, core::Progress& progress) {
  auto writer = Writer::begin(into);
  if (!writer) return tl::make_unexpected(writer.error());
  Session session(*writer, now, deadline, progress);
  for (const auto& path : paths)
    if (auto done = session.path(path); !done) return tl::make_unexpected(done.error());
  if (auto done = writer->commit(); !done) return tl::make_unexpected(done.error());
  return session.take();
}

}  // namespace hygie::exposure::feeds
