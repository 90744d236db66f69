// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/checks/support.hpp"
#include "core/catalogue.hpp"

/// What the checks on known flaws share.
namespace hygie::exposure {

/// Each service that has a flaw of that weight (audits/exposure/severity.hpp), with its flaws, the worst first and its
/// formula; `possible` ones are left to the checks of medium weight.
[[nodiscard]] Findings flaws_of_weight(const ExposureFacts& facts, core::Severity weight);

}  // namespace hygie::exposure
