// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings msrpc_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"msrpc"}, {135}); }

}  // namespace hygie::exposure
