// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/unfinished.hpp"

#include "audits/exposure/snapshot.hpp"
#include "cli/audit/resume.hpp"
#include "core/i18n.hpp"
#include "core/limits.hpp"
#include "core/store/atomic_file.hpp"
#include "core/yaml.hpp"

#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <regex>
#include <tuple>

namespace hygie::cli {
namespace {

namespace fs = std::filesystem;

struct File {
  std::string path, id;
  core::Instant written{};
  bool whole = false;  // false: of a write that was killed
};

/// Only what we name is ours to list, and to remove.
std::vector<File> files_in(const std::string& folder) {
  static const std::regex form(R"(([0-9]{8}-[0-9a-f]{12})\.snapshot(\.[A-Za-z0-9]{6})?)");
  std::vector<File> out;
  std::error_code error;
  for (fs::directory_iterator file(folder, error), end; !error && file != end; file.increment(error)) {
    const auto name = file->path().filename().string();
    std::smatch parts;
    struct stat status {};
    if (!std::regex_match(name, parts, form)) continue;
    if (::lstat(file->path().c_str(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
    out.push_back({file->path().string(), parts[1], core::Instant{std::chrono::seconds{status.st_mtim.tv_sec}},
                   !parts[2].matched});
  }
  return out;
}

}  // namespace

std::vector<UnfinishedRuns::Entry> UnfinishedRuns::list() const {
  std::vector<Entry> out;
  for (const auto& file : files_in(folder_))
    if (file.whole) out.push_back({file.id, file.written});
  std::sort(out.begin(), out.end(), [](const Entry& one, const Entry& other) {
    return std::tie(other.written, one.id) < std::tie(one.written, other.id);
  });
  return out;
}

core::Result<exposure::ExposureFacts> UnfinishedRuns::load(const std::string& id) const {
  const auto bytes = core::read_file(path_of(id), core::limits::snapshot_bytes);
  if (!bytes) return tl::make_unexpected(bytes.error());
  auto facts = exposure::read_snapshot(*bytes);
  if (!facts && facts.error().where.empty()) facts.error().where = path_of(id);
  return facts;
}

core::Status UnfinishedRuns::prepare(core::Instant now) const {
  if (::mkdir(folder_.c_str(), S_IRWXU) != 0 && errno != EEXIST)
    return core::failure(core::ErrorCode::config, core::tr("cannot make the folder: {}", std::strerror(errno)), folder_,
                         core::tr("what is read is written there, so that a stopped audit can be taken up"));
  for (const auto& file : files_in(folder_))
    if (now - file.written > longest_pause) (void)::unlink(file.path.c_str());
  if (auto good = core::can_write_file(path_of("probe")); !good) {
    good.error().code = core::ErrorCode::config;  // nothing was sent
    return good;
  }
  return {};
}

core::Status UnfinishedRuns::keep(const std::string& id, const exposure::ExposureFacts& facts) const {
  return core::write_file(path_of(id), exposure::write_snapshot(facts));
}

void UnfinishedRuns::rename(const std::string& from, const std::string& to) const {
  if (from != to) (void)std::rename(path_of(from).c_str(), path_of(to).c_str());
}

void UnfinishedRuns::remove(const std::string& id) const {
  (void)::unlink(path_of(id).c_str());
  (void)::rmdir(folder_.c_str());  // stays while another is there
}

}  // namespace hygie::cli
