// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts.hpp"
#include "cli/audit/unfinished.hpp"
#include "core/store/store.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace hygie::cli {

/// A report says what was open "at that time": half a report of this week and half of last month would say it of no
/// time at all. A week leaves a night's hours, a weekend and a maintenance between two parts; certificates are renewed
/// and machines are mended on longer beats.
constexpr std::chrono::hours longest_pause{7 * 24};

/// A stopped audit of the exposure, to be taken up.
struct Resumption {
  std::string run;  // its id
  exposure::ExposureFacts facts;
};

/// What an audit would ask now, to be held against what the stopped one asked.
struct AskedNow {
  std::string establishment, establishment_number, scope_sha256, asked_sha256;
};

/// The id that `name` means (an id, its beginning when only one has it, or `last`), among the runs of the store and
/// those that were cut off before they got there. An error when nothing of that run is left to ask, or it is not one of
/// the exposure.
[[nodiscard]] core::Result<std::string> choose_unfinished(std::string_view name, const core::Store& store,
                                                          const UnfinishedRuns& unfinished);
/// Is it the same audit, of the same place, and recent enough?
[[nodiscard]] core::Status may_resume(const Resumption& stopped, const AskedNow& wanted, core::Instant now);

}  // namespace hygie::cli
