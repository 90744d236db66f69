// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings smb_exposed(const ExposureFacts& facts, const Params&) {
  return never_exposed(facts, {"smb", "netbios-ssn", "netbios-ns"}, {139, 445, 137}, {137});
}

}  // namespace hygie::exposure
