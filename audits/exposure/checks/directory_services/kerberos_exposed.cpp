// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings kerberos_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"kerberos"}, {88});
}

}  // namespace hygie::exposure
