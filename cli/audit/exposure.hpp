// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/audit/reading.hpp"
#include "core/cancel.hpp"
#include "core/declaration/declaration.hpp"
#include "core/progress.hpp"

#include <string>
#include <vector>

namespace hygie::cli {

/// Everything of the exposure audit that can be refused before the first packet: the authorisation in force, the hours,
/// the inventory, files that are not there, --offline without --passive.
std::vector<core::Error> check_exposure(const AuditRequest& request, const core::Declaration& declaration,
                                        core::Instant now);
/// The hours that the section allows, and its stop file.
core::Status check_moment(const core::ExposureDeclaration& declared, core::Instant now);
/// Looks, into `reading`. An error when nothing could be begun.
/// `unfinished`: where what was read is written down until the end; null without a store.
core::Status read_exposure(const AuditRequest& request, const core::Declaration& declaration, core::Deadline deadline,
                           core::Progress& progress, const UnfinishedRuns* unfinished, Reading& reading);
/// What it would ask, for who takes up a stopped audit.
[[nodiscard]] core::Result<AskedNow> asked_now(const AuditRequest& request, const core::Declaration& declaration);
/// The text of --dry-run: each address and port that would be contacted, each name that would be resolved, and what
/// would be left alone.
[[nodiscard]] std::string exposure_plan(const AuditRequest& request, const core::Declaration& declaration);

}  // namespace hygie::cli
