// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings vnc_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"vnc"}, {5900, 5901}); }

}  // namespace hygie::exposure
