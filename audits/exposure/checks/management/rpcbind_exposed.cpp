// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings rpcbind_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"rpcbind"}, {111}, {111});
}

}  // namespace hygie::exposure
