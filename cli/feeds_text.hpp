// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/feeds/feeds.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hygie::cli {

/// What `hygie feeds match` found, before it is written.
struct FeedsAnswer {
  std::string asked;  // VENDOR:PRODUCT as it was given
  exposure::feeds::Product product;
  std::vector<exposure::feeds::Match> matches;
  std::vector<exposure::feeds::KevRow> exploited;  // of any version of the product
  std::optional<exposure::feeds::EndOfLife> life;
};

[[nodiscard]] std::string match_text(const FeedsAnswer& answer);
[[nodiscard]] std::string match_json(const FeedsAnswer& answer);
[[nodiscard]] std::string status_text(const std::vector<exposure::feeds::Source>& sources, core::Instant now);
[[nodiscard]] std::string status_json(const std::vector<exposure::feeds::Source>& sources, core::Instant now);
/// The feeds that are too old to rely on, with their age; empty when none is.
[[nodiscard]] std::string stale_text(const std::vector<exposure::feeds::Source>& sources, core::Instant now);

}  // namespace hygie::cli
