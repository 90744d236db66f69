// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings smtp_without_starttls(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"smtp"},
                         .ports = {25, 587},
                         .word = "starttls",
                         .bad = {"absent"},
                         .good = {"offered"},
                         .unless_tls = true});
}

}  // namespace hygie::exposure
