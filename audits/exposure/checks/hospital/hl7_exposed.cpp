// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings hl7_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"hl7"}, {2575, 6661}); }

}  // namespace hygie::exposure
