// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings opcua_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"opc-ua"}, {4840}); }

}  // namespace hygie::exposure
