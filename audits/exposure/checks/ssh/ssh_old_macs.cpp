// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ssh_old_macs(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"ssh"},
                         .ports = {22, 2222},
                         .word = "macs",
                         .bad = {"hmac-md5", "hmac-md5-96", "hmac-sha1-96", "hmac-md5-etm@openssh.com",
                                 "hmac-md5-96-etm@openssh.com", "hmac-sha1-96-etm@openssh.com", "none"},
                         .split = true});
}

}  // namespace hygie::exposure
