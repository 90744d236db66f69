// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ssh_old_ciphers(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"ssh"},
                         .ports = {22, 2222},
                         .word = "ciphers",
                         .bad = {"3des-cbc", "arcfour", "arcfour128", "arcfour256", "blowfish-cbc", "cast128-cbc",
                                 "des-cbc", "none"},
                         .split = true});
}

}  // namespace hygie::exposure
