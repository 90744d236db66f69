// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings discovery_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"ssdp", "mdns", "coap"}, {1900, 5353, 5683}, {1900, 5353, 5683});
}

}  // namespace hygie::exposure
