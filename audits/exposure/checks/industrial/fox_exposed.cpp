// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings fox_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"fox"}, {1911, 4911}); }

}  // namespace hygie::exposure
