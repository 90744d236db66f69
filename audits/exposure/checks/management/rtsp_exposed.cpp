// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings rtsp_exposed(const ExposureFacts& facts, const Params&) { return never_exposed(facts, {"rtsp"}, {554, 8554}); }

}  // namespace hygie::exposure
