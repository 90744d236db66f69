// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings pop3_login_in_clear(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"pop3"},
                         .ports = {110},
                         .word = "login_before_tls",
                         .bad = {"accepted"},
                         .good = {"disabled", "unknown"},
                         .unless_tls = true});
}

}  // namespace hygie::exposure
