// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ssh_old_exchange(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"ssh"},
                         .ports = {22, 2222},
                         .word = "kex",
                         .bad = {"diffie-hellman-group1-sha1", "diffie-hellman-group-exchange-sha1",
                                 "diffie-hellman-group14-sha1", "rsa1024-sha1"},
                         .split = true});
}

}  // namespace hygie::exposure
