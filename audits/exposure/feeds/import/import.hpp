// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/feeds.hpp"
#include "core/cancel.hpp"
#include "core/progress.hpp"

#include <string>
#include <vector>

namespace hygie::exposure::feeds {

struct Imported {
  std::vector<Source> sources;
  std::int64_t unrecognised = 0;  // files of a folder or an archive that are of no feed
};

/// Imports files, archives and folders into the feeds file `into`, made when it is not there. All of them or nothing:
/// an error, an interruption or a crash leaves what was there. `now` is kept as the time of the import.
core::Result<Imported> import_feeds(const std::vector<std::string>& paths, const std::string& into, core::Instant now,
                                    core::Deadline deadline, core::Progress& progress);

}  // namespace hygie::exposure::feeds
