// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings imap_login_in_clear(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"imap"},
                         .ports = {143},
                         .word = "login_before_tls",
                         .bad = {"accepted"},
                         .good = {"disabled"},
                         .unless_tls = true});
}

}  // namespace hygie::exposure
