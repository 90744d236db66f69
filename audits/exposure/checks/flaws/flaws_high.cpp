// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/flaws.hpp"

namespace hygie::exposure {

Findings flaws_high(const ExposureFacts& facts, const Params&) { return flaws_of_weight(facts, core::Severity::high); }

}  // namespace hygie::exposure
