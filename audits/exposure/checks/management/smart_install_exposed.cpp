// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings smart_install_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"smart-install"}, {4786});
}

}  // namespace hygie::exposure
