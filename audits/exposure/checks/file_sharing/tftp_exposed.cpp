// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings tftp_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"tftp"}, {69}, {69}); }

}  // namespace hygie::exposure
