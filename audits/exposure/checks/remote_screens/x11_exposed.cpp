// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings x11_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"x11"}, {6000, 6001}); }

}  // namespace hygie::exposure
