// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/finding.hpp"
#include "core/language.hpp"

#include <string>

/// Evidence as people read it. Checks answer in fixed words, the same in every language; here they become words of the
/// reader's, and what has no sentence in the catalogue is told by what it holds.
namespace hygie::report {

/// The evidence with its fixed words in the reader's language; a name or a value of what was audited stays as it is.
[[nodiscard]] core::Evidence in_words(const core::Evidence& evidence, core::Language language);

/// What every check may answer without a sentence of its own in the catalogue.
[[nodiscard]] std::string told(const core::Finding& finding, core::Language language);

}  // namespace hygie::report
