// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/facts.hpp"
#include "core/params.hpp"

/// Every check of the exposure, so that each .cpp is compiled against its declaration; registry.cpp gives them their
/// ids.
namespace hygie::exposure {

#define HYGIE_CHECK(name) core::Findings name(const ExposureFacts&, const core::Params&)

// remote_screens
HYGIE_CHECK(rdp_exposed);
HYGIE_CHECK(rdp_without_nla);

#undef HYGIE_CHECK

}  // namespace hygie::exposure
