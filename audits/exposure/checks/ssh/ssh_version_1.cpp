// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ssh_version_1(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"ssh"},
                         .ports = {22, 2222},
                         .word = "protocol_version",
                         .bad = {"1.3", "1.5", "1.99"},
                         .good = {"2.0"}});
}

}  // namespace hygie::exposure
