// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/gate.hpp"
#include "audits/exposure/collect/target.hpp"
#include "audits/exposure/facts.hpp"
#include "core/progress.hpp"

namespace hygie::exposure {

class Resolver;

/// `resolver`: null when files alone are read. Looks at everything that is declared, through the gate alone, from names
/// to flaws; what could not be read is a gap. Whatever happens, what was found is in the facts.
[[nodiscard]] ExposureFacts collect(const Target& target, Gate& gate, Resolver* resolver, core::Instant now,
                                    core::Progress& progress);

}  // namespace hygie::exposure
