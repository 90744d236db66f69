// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings modbus_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"modbus"}, {502}); }

}  // namespace hygie::exposure
