// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ssh_dsa_key(const ExposureFacts& facts, const Params&) {
  return by_word(facts,
                 {.protocols = {"ssh"}, .ports = {22, 2222}, .word = "host_keys", .bad = {"ssh-dss"}, .split = true});
}

}  // namespace hygie::exposure
