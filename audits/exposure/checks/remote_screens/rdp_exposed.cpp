// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings rdp_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"rdp"}, {3389}); }

}  // namespace hygie::exposure
