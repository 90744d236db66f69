// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings s7_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"s7"}, {102}); }

}  // namespace hygie::exposure
