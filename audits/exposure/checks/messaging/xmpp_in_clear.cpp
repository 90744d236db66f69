// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings xmpp_in_clear(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"xmpp", "xmpp-server"},
                         .ports = {5222, 5269},
                         .word = "starttls",
                         .bad = {"absent", "offered"},
                         .good = {"required"},
                         .unless_tls = true});
}

}  // namespace hygie::exposure
