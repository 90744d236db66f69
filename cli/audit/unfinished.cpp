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

/// Only what we name is ours to list, and to remove.
bool is_run_id(const std::string& text) {
  static const std::regex form("[0-9]{8}-[0-9a-f]{12}");
  return std::regex_match(text, form);
}

}  // namespace

std::vector<UnfinishedRuns::Entry> UnfinishedRuns::list() const {
  std::vector<Entry> out;
  std::error_code error;
  for (fs::directory_iterator file(folder_, error), end; !error && file != end; file.increment(error)) {
    const auto id = file->path().stem().string();
    struct stat status {};
    if (file->path().extension() != ".snapshot" || !is_run_id(id)) continue;
    if (::stat(file->path().c_str(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
    out.push_back({id, core::Instant{std::chrono::seconds{status.st_mtim.tv_sec}}});
  }
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
  for (const auto& one : list())
    if (now - one.written > longest_pause) remove(one.id);
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
