// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ftp_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"ftp"}, {21, 990}); }

}  // namespace hygie::exposure
