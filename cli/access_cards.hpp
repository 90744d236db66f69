// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/facts.hpp"
#include "core/declaration/declaration.hpp"
#include "core/language.hpp"

#include <string>
#include <vector>

namespace hygie::cli {

/// One rule of the PGSSI-S on one access: kept, not kept, or not known, and which checks say so.
struct CardLine {
  std::string rule, text;
  core::Verdict verdict = core::Verdict::unknown;
  std::vector<std::string> missing;  // checks that fail, then those that do not know
};

/// The level card of one access. The level is the supplier's own statement: hygie does not compute it, because which
/// level asks for which rule is still to be confirmed (data/pgssis_remote.yaml).
struct AccessCard {
  std::string access, vendor, level;  // "1", "2", "none", or empty: not said
  std::vector<CardLine> lines;
};

/// A card for each access that is not closed, in the register's order; the checks run on the register alone.
[[nodiscard]] std::vector<AccessCard> access_cards(const remote_access::RemoteAccessFacts& facts,
                                                   const core::Declaration& declaration,
                                                   const core::Catalogue& catalogue, core::Language language);
[[nodiscard]] std::string cards_text(const std::vector<AccessCard>& cards, const core::Catalogue& catalogue,
                                     core::Language language, int width);
[[nodiscard]] std::string cards_json(const std::vector<AccessCard>& cards);

}  // namespace hygie::cli
