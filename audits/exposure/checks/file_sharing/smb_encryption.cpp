// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings smb_encryption(const ExposureFacts& facts, const Params&) {
  return by_word(facts, {.protocols = {"smb"},
                         .ports = {445},
                         .word = "encryption",
                         .bad = {"absent"},
                         .when_missing = Verdict::not_applicable});
}

}  // namespace hygie::exposure
