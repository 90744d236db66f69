// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings snmp_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"snmp"}, {161}, {161});
}

}  // namespace hygie::exposure
