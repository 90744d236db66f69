// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings bacnet_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"bacnet"}, {47808}, {47808});
}

}  // namespace hygie::exposure
