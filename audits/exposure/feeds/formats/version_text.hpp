// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/match/affected.hpp"
#include "audits/exposure/feeds/read/value.hpp"

#include <optional>

namespace hygie::exposure::feeds {

/// One item of `versions` of the CVE list (record format 5), as a line. Its authors write plain versions, ranges with
/// lessThan, and in a third of the records words: ">= 1.0, < 1.2", "All versions < V4.3.8", "1.2 and earlier", "n/a".
/// What cannot be read is Form::unsaid, never left out; absent is a commit of a repository, which no service shows.
[[nodiscard]] std::optional<Affected> read_version(const Value& item);

}  // namespace hygie::exposure::feeds
