// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings nfs_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"nfs", "mountd"}, {2049, 20048});
}

}  // namespace hygie::exposure
