// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ssh_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"ssh"}, {22, 2222}); }

}  // namespace hygie::exposure
