// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings nfs_for_everyone(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"mountd"},
                         .ports = {20048},
                         .word = "exports",
                         .bad = {"(everyone)"},
                         .within = true,
                         .when_missing = Verdict::pass});
}

}  // namespace hygie::exposure
