// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings ftp_without_tls(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"ftp"},
                         .ports = {21},
                         .word = "auth_tls",
                         .bad = {"absent"},
                         .good = {"offered"},
                         .unless_tls = true});
}

}  // namespace hygie::exposure
