// SPDX-License-Identifier: EUPL-1.2
#include "cli/audit/reading.hpp"

#include "audits/directory/snapshot.hpp"
#include "audits/exposure/snapshot.hpp"
#include "audits/remote_access/snapshot.hpp"
#include "core/i18n.hpp"
#include "core/limits.hpp"
#include "core/store/atomic_file.hpp"
#include "core/yaml.hpp"

#include <algorithm>
#include <filesystem>

namespace hygie::cli {
namespace {

std::string named_path(const std::string& path, const std::string& name) {
  std::filesystem::path out(path);
  const auto extension = out.extension();
  out.replace_extension();
  return out.string() + "." + name + extension.string();
}

/// Of the domains of which a reading has one at most.
template <class Facts, class Read>
core::Status take_only(std::string bytes, const Read& read, std::optional<Facts>& facts, std::string& snapshot) {
  if (facts)
    return core::failure(core::ErrorCode::usage, core::tr("two snapshots of one domain cannot be judged together"), {},
                         core::tr("give one --from of each domain"));
  auto read_facts = read(bytes);
  if (!read_facts) return tl::make_unexpected(read_facts.error());
  facts = std::move(*read_facts);
  snapshot = std::move(bytes);
  return {};
}

core::Status take(Reading& reading, std::string bytes) {
  if (exposure::is_snapshot(bytes))
    return take_only(std::move(bytes), exposure::read_snapshot, reading.exposure, reading.exposure_snapshot);
  if (remote_access::is_snapshot(bytes))
    return take_only(std::move(bytes), remote_access::read_snapshot, reading.remote_access,
                     reading.remote_access_snapshot);
  auto facts = directory::read_snapshot(bytes);
  if (!facts) return tl::make_unexpected(facts.error());
  reading.snapshots.push_back(std::move(bytes));
  reading.facts.push_back(std::move(*facts));
  return {};
}

}  // namespace

core::Result<Reading> read_snapshots(const AuditRequest& request) {
  Reading reading;
  for (const auto& path : request.from) {
    auto bytes = core::read_file(path, core::limits::snapshot_bytes);
    if (!bytes) return tl::make_unexpected(bytes.error());
    if (auto taken = take(reading, std::move(*bytes)); !taken) {
      if (taken.error().where.empty()) taken.error().where = path;
      return tl::make_unexpected(taken.error());
    }
  }
  return reading;
}

core::Status save_snapshots(const std::string& path, const Reading& reading) {
  const bool several =
      reading.facts.size() + reading.lost.size() + (reading.exposure ? 1 : 0) + (reading.remote_access ? 1 : 0) > 1;
  for (std::size_t i = 0; i < reading.facts.size(); ++i)
    if (auto saved =
            core::write_file(several ? named_path(path, reading.facts[i].origin.name) : path, reading.snapshots[i]);
        !saved)
      return saved;
  const auto save = [&](const char* domain, const std::string& bytes) {
    return core::write_file(several ? named_path(path, domain) : path, bytes);
  };
  if (reading.exposure)
    if (auto saved = save("exposure", reading.exposure_snapshot); !saved) return saved;
  return reading.remote_access ? save("remote-access", reading.remote_access_snapshot) : core::Status{};
}

std::optional<core::Instant> collected_at(const Reading& reading) {
  std::optional<core::Instant> oldest;
  const auto take = [&](core::Instant at) { oldest = oldest ? std::min(*oldest, at) : at; };
  for (const auto& facts : reading.facts) take(facts.collected_at);
  if (reading.exposure) take(reading.exposure->collected_at);
  if (reading.remote_access) take(reading.remote_access->collected_at);
  return oldest;
}

}  // namespace hygie::cli
