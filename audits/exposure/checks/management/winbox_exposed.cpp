// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings winbox_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"winbox"}, {8291}); }

}  // namespace hygie::exposure
