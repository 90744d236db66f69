// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/remote_access/cut_off/cut_off.hpp"

#include <string>

namespace hygie::cli {

/// The card of a cut-off: each access in its order, what stops without it, and whom to call.
[[nodiscard]] std::string cut_off_text(const remote_access::Register& declared, const std::string& establishment,
                                       int width);
[[nodiscard]] std::string cut_off_json(const remote_access::Register& declared);
/// One access as a person reads it while cutting it off; lines of at most `width`.
[[nodiscard]] std::string cut_off_step_text(const remote_access::CutOffStep& step, std::size_t number, int width);

}  // namespace hygie::cli
