// SPDX-License-Identifier: EUPL-1.2
#include "audits/exposure/checks/support.hpp"

namespace hygie::exposure {

Findings smb_signing(const ExposureFacts& facts, const Params&) {
  return by_word(
      facts,
      {.protocols = {"smb"}, .ports = {445}, .word = "signing", .bad = {"optional", "disabled"}, .good = {"required"}});
}

}  // namespace hygie::exposure
