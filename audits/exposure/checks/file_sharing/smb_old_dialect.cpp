// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings smb_old_dialect(const ExposureFacts& facts, const Params&) {
  return by_word(facts,
                 {.protocols = {"smb"}, .ports = {445}, .word = "dialect", .bad = {"NT LM 0.12", "2.0.2", "2.1"}});
}

}  // namespace hygie::exposure
