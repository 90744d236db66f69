// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings pptp_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"pptp"}, {1723}); }

}  // namespace hygie::exposure
