// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings redis_open(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"redis"},
                         .ports = {6379},
                         .word = "authentication",
                         .bad = {"none"},
                         .good = {"password", "protected mode"}});
}

}  // namespace hygie::exposure
