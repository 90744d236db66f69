// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/sites.hpp"

namespace hygie::exposure {

Findings internal_address(const ExposureFacts& facts, const Params&) {
  return no_sign(facts, {.kinds = {"internal-address"}});
}

}  // namespace hygie::exposure
