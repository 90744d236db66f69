// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audits/exposure/collect/course.hpp"
#include "audits/exposure/collect/gate.hpp"
#include "audits/exposure/collect/target.hpp"
#include "audits/exposure/facts.hpp"
#include "core/progress.hpp"

namespace hygie::exposure {

class Resolver;

/// For an audit that may be stopped and taken up.
struct Continuity {
  std::optional<ExposureFacts> from = {};  // what the stopped one wrote down: nothing of it is asked again
  Keep keep = nullptr;                     // called after each step, and now and then in a long one
};

/// `resolver`: null when files alone are read. Looks at everything that is declared, through the gate alone, from names
/// to flaws; what could not be read is a gap. Whatever happens, what was found is in the facts;
/// `unfinished` is empty in those of an audit that went to its end.
[[nodiscard]] ExposureFacts collect(const Target& target, Gate& gate, Resolver* resolver, core::Instant now,
                                    core::Progress& progress, Continuity continuity = {});

}  // namespace hygie::exposure
