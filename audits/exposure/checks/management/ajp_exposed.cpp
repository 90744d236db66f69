// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ajp_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"ajp"}, {8009}); }

}  // namespace hygie::exposure
