// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings mqtt_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"mqtt"}, {1883, 8883});
}

}  // namespace hygie::exposure
