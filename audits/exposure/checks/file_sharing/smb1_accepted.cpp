// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings smb1_accepted(const ExposureFacts& facts, const Params&) {
  return by_word(facts,
                 {.protocols = {"smb"}, .ports = {445}, .word = "smb1", .bad = {"accepted"}, .good = {"refused"}});
}

}  // namespace hygie::exposure
