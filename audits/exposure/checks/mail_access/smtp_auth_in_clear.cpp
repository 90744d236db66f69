// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings smtp_auth_in_clear(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"smtp"},
                         .ports = {25, 587},
                         .word = "authentication_before_tls",
                         .bad = {"*"},
                         .good = {"absent"},
                         .unless_tls = true});
}

}  // namespace hygie::exposure
