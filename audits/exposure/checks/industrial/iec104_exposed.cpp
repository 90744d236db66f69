// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings iec104_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"iec104"}, {2404}); }

}  // namespace hygie::exposure
