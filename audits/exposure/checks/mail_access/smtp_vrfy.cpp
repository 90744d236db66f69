// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings smtp_vrfy(const ExposureFacts& facts, const Params&) {
  return by_word(facts,
                 {.protocols = {"smtp"}, .ports = {25, 587}, .word = "vrfy", .bad = {"offered"}, .good = {"absent"}});
}

}  // namespace hygie::exposure
