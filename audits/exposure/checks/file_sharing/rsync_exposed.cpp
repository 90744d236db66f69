// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings rsync_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"rsync"}, {873}); }

}  // namespace hygie::exposure
