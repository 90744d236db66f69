// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings mqtt_in_clear(const ExposureFacts& facts, const Params&) { return inside_tls(facts, "mqtt", {1883, 8883}); }

}  // namespace hygie::exposure
